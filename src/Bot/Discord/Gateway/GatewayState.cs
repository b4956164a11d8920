using System.Collections.Immutable;

namespace Bot.Discord.Gateway;

/// <summary>All that a connection knows.</summary>
internal sealed record GatewayState
{
    public GatewayPhase Phase { get; init; } = new GatewayPhase.Idle();

    /// <summary>Null before the first, and after one that cannot be resumed.</summary>
    public GatewaySession? Session { get; init; }

    /// <summary>Null until Discord has said hello on this line.</summary>
    public Heartbeat? Heartbeat { get; init; }

    public SendLog Sent { get; init; } = SendLog.Empty;

    public ImmutableQueue<ReadOnlyMemory<byte>> Wishes { get; init; } = [];

    /// <summary>Connections that ended since one lived for a heartbeat.</summary>
    public int Failures { get; init; }

    /// <summary>When time itself makes a difference next.</summary>
    public DateTimeOffset? WakeAt => Earliest(Earliest(Phase.Deadline, Heartbeat?.DueAt), WishesAt);

    private DateTimeOffset? WishesAt =>
        Phase is GatewayPhase.Ready && !Wishes.IsEmpty && Sent.IsFullForWishes ? Sent.FreeAt : null;

    private static DateTimeOffset? Earliest(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other : one;
}

/// <summary>The pulse of one line.</summary>
/// <param name="IsAnswered">Discord has acknowledged the last one that was due.</param>
internal sealed record Heartbeat(TimeSpan Interval, DateTimeOffset DueAt, bool IsAnswered);

/// <summary>The time of a step, and its share of chance.</summary>
/// <param name="Luck">From 0 up to, but not, 1.</param>
internal readonly record struct Moment(DateTimeOffset Now, double Luck);

/// <summary>What a step leads to: do the outputs in their order, come back at the state's waking time at the latest.</summary>
internal sealed record GatewayStep(GatewayState State, IReadOnlyList<GatewayOutput> Outputs);
