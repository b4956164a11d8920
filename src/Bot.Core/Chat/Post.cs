namespace Bot.Core.Chat;

/// <summary>One message for one destination.</summary>
/// <param name="Key">The same for every try of the same message, so that a platform that can will not show it twice.</param>
public sealed record Post(Destination Destination, Reply Reply, string Key);
