using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;

namespace Bot.Core.Digests;

/// <summary>A digest as it is to be written down.</summary>
/// <param name="Missed">Earlier slots that this one stands for.</param>
/// <param name="IsMine">True where this process posts it at once.</param>
public sealed record PreparedDigest(
    DigestAppearance Appearance,
    DigestCover Cover,
    DigestDraft Draft,
    IReadOnlyList<DigestSlot> Missed,
    bool IsMine
);
