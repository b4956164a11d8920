using Bot.Core.Digests.Schedules;

namespace Bot.Core.Digests.Writing;

/// <summary>One digest on one date.</summary>
/// <param name="Date">The local date that stands over it.</param>
/// <param name="Slot">Null where it was asked for out of turn.</param>
/// <param name="IsLate">True where the reader should be told that it is.</param>
/// <param name="Next">When the next one comes; null where none is planned.</param>
public sealed record DigestAppearance(
    DigestOrder Order,
    DateOnly Date,
    DigestSlot? Slot,
    bool IsLate,
    DateTimeOffset? Next
);
