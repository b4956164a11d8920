using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests.Writing;

namespace Bot.Core.Digests;

/// <summary>What came of asking for a digest.</summary>
public abstract record DigestOutcome
{
    /// <summary>No slot is open: nothing is due, or another was first.</summary>
    public sealed record NotDue : DigestOutcome;

    /// <param name="Batch">Its messages in the outbox.</param>
    /// <param name="Articles">How many it tells.</param>
    /// <param name="Left">How many stories more are owed.</param>
    public sealed record Owed(Destination Destination, long Batch, int Articles, int Left) : DigestOutcome
    {
        /// <summary>How those messages stand, where they were posted at once.</summary>
        public IReadOnlyList<OutboxItem> Items { get; init; } = [];
    }

    /// <param name="Since">When the last digest there was made; null where there was none.</param>
    /// <param name="Hidden">How many articles the place's filters hide.</param>
    /// <param name="Failing">Null where all that the place follows can be read.</param>
    public sealed record NothingToTell(
        Destination Destination,
        DateTimeOffset? Since,
        int Hidden,
        FailingFeeds? Failing
    ) : DigestOutcome;

    /// <summary>It could not be made, and the log has it. It stays open.</summary>
    public sealed record Broken(Exception Why) : DigestOutcome;

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
