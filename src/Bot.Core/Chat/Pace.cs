namespace Bot.Core.Chat;

/// <summary>How fast a platform takes messages, as far as it says; what it asks for when it refuses one goes before.</summary>
/// <param name="InAllPerSecond">Over all places.</param>
/// <param name="ChatInterval">One message in a chat for each of these, in the long run.</param>
/// <param name="ChatBurst">So many at once in a chat that was still.</param>
/// <param name="ChatPerMinute">In a chat within any minute; null for no such limit.</param>
public sealed record Pace(int InAllPerSecond, TimeSpan ChatInterval, int ChatBurst, int? ChatPerMinute);
