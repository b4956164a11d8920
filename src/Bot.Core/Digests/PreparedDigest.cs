using Bot.Core.Delivery;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;

namespace Bot.Core.Digests;

/// <summary>A digest as it is to be written down.</summary>
/// <param name="Missed">Earlier slots that this one stands for.</param>
/// <param name="Batch">What of it is posted.</param>
public sealed record PreparedDigest(
    DigestAppearance Appearance,
    DigestCover Cover,
    DigestDraft Draft,
    IReadOnlyList<DigestSlot> Missed,
    OutboxBatch Batch
);
