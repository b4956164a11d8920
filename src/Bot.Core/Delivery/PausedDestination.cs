using Bot.Core.Chat;

namespace Bot.Core.Delivery;

/// <summary>A place that is closed to us.</summary>
/// <param name="Why">What the platform said.</param>
/// <param name="IsOneTopic">True where the rest of the chat is open.</param>
public sealed record PausedDestination(Destination Destination, string Why, DateTimeOffset Since, bool IsOneTopic)
{
    /// <summary>A chat that is closed is closed with all that lies in it.</summary>
    public bool Covers(Destination place) => place == Destination || (!IsOneTopic && place.Chat == Destination);
}
