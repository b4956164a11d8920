using Bot.Core.Chat;
using Bot.Core.Delivery;

namespace Bot.Core.Digests;

/// <summary>What came of asking for a digest.</summary>
public abstract record DigestOutcome
{
    /// <summary>No slot is open: nothing is due, or another was first.</summary>
    public sealed record NotDue : DigestOutcome;

    /// <param name="Items">Its messages as they stand in the outbox now.</param>
    /// <param name="Articles">How many it tells.</param>
    /// <param name="Left">How many stories more are owed.</param>
    public sealed record Owed(Destination Destination, IReadOnlyList<OutboxItem> Items, int Articles, int Left)
        : DigestOutcome;

    /// <param name="Since">When the last digest there was made; null where there was none.</param>
    /// <param name="Hidden">How many articles the place's filters hide.</param>
    public sealed record NothingToTell(Destination Destination, DateTimeOffset? Since, int Hidden) : DigestOutcome;

    /// <summary>It stays open; asking again later may do.</summary>
    public sealed record Held(Destination Destination, HeldBy By, string? Why = null) : DigestOutcome;
}

public enum HeldBy
{
    /// <summary>The place is closed to the bot.</summary>
    Pause,

    /// <summary>The platform is not connected here.</summary>
    Platform,

    /// <summary>What was queued for the place before has not gone out yet.</summary>
    Queue,
}
