namespace Bot.Core.Chat;

/// <summary>Something that <c>check</c> looked at on a platform.</summary>
/// <param name="Mend">What is wrong and what to do; null where it is right.</param>
public sealed record PlatformFinding(string What, string? Mend);
