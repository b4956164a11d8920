using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Digests;

/// <summary>
/// Makes digests: those that are due, those that are asked for, and previews. It may be asked at any time and by
/// anyone, again and again: the ledger says whether there is something to do.
/// </summary>
public sealed partial class DigestDesk(
    DigestLedger ledger,
    CoverReader covers,
    DigestComposer composer,
    Outbox outbox,
    DestinationBook destinations,
    Courier courier,
    TimeProvider time,
    ILogger<DigestDesk> log
)
{
    /// <summary>Two digests that tell the same at one moment: the loser looks again, and finds less each time.</summary>
    private const int MostLooks = 5;

    /// <summary>
    /// Makes the digest that is due: the latest slot within the grace that has no row yet. Earlier ones that were
    /// missed are covered by it and do not come.
    /// </summary>
    public async Task<DigestOutcome> RunDueAsync(PlannedDigest digest, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var here = await WhereItIsAsync(digest.Schedule, cancellation);
        if (await ledger.OwedSinceAsync(digest with { Schedule = here }, cancellation) is not { } begun)
            return new DigestOutcome.NotDue();
        var since = Later(begun, now - DigestReach.Longest);
        var open = await ledger.OpenAsync(here, [.. here.SlotsBetween(since, now)], cancellation);
        if (open.Count == 0 || !here.StillRuns(open[^1], now))
            return new DigestOutcome.NotDue();
        if (await HoldsAsync(here.Destination, cancellation) is { } held)
        {
            LogHeld(here.Name, here.Destination, held.By, held.Why);
            return held;
        }

        var slot = open[^1];
        var appearance = new DigestAppearance(
            here.Order,
            slot.Date,
            slot,
            IsLate: now - slot.Due > DigestReach.OnTime,
            here.Foretold(now)
        );
        return await MakeAsync(appearance, [.. open.SkipLast(1)], isMine: false, cancellation);
    }

    /// <summary>Makes a digest out of turn and posts it at once, together with what still waited there.</summary>
    public async Task<DigestOutcome> PostNowAsync(
        DigestOrder order,
        DateTimeOffset? next,
        CancellationToken cancellation
    )
    {
        var here = await WhereItIsAsync(order, cancellation);
        if (await ClosedAsync(here.Destination, cancellation) is { } closed)
            return closed;
        await courier.DeliverToAsync(here.Destination, cancellation);
        if (await outbox.HasOpenAsync(here.Destination, cancellation))
            return new DigestOutcome.Held(here.Destination, HeldBy.Queue);
        var made = await MakeAsync(Extra(here, next), [], isMine: true, cancellation);
        if (made is not DigestOutcome.Owed owed)
            return made;
        await courier.DeliverToAsync(here.Destination, cancellation);
        return owed with { Items = await outbox.BatchAsync(owed.Items[0].Batch, cancellation) };
    }

    /// <summary>What <see cref="PostNowAsync"/> would post; posts nothing and consumes nothing.</summary>
    public async Task<DigestPreview> PreviewAsync(
        DigestOrder order,
        DateTimeOffset? next,
        CancellationToken cancellation
    )
    {
        var here = await WhereItIsAsync(order, cancellation);
        var cover = await covers.ReadAsync(here.Destination, cancellation);
        var draft = await composer.ComposeAsync(Extra(here, next), cover, time.GetUtcNow(), cancellation);
        return new DigestPreview(
            draft is null ? null : new Reply([.. draft.Parts.SelectMany(p => p.Blocks)]),
            cover.Hidden.Count
        );
    }

    private async Task<DigestOutcome> MakeAsync(
        DigestAppearance appearance,
        IReadOnlyList<DigestSlot> missed,
        bool isMine,
        CancellationToken cancellation
    )
    {
        var order = appearance.Order;
        await ledger.ReleaseUntrueAsync(order.Destination, cancellation);
        for (var look = 0; look < MostLooks; look++)
        {
            var cover = await covers.ReadAsync(order.Destination, cancellation);
            var draft = await composer.ComposeAsync(appearance, cover, time.GetUtcNow(), cancellation);
            if (draft is null)
                return await SkipAsync(appearance, cover, missed, cancellation);
            switch (await ledger.OweAsync(appearance, cover, draft, missed, isMine, cancellation))
            {
                case OweOutcome.Owed owed:
                    LogOwed(order.Name, order.Destination, draft.Consumes.Count, draft.Left, missed.Count);
                    return new DigestOutcome.Owed(
                        order.Destination,
                        await outbox.BatchAsync(owed.Batch, cancellation),
                        draft.Consumes.Count,
                        draft.Left
                    );
                case OweOutcome.WasThere:
                    return new DigestOutcome.NotDue();
            }
        }

        return new DigestOutcome.Held(order.Destination, HeldBy.Queue);
    }

    private async Task<DigestOutcome> SkipAsync(
        DigestAppearance appearance,
        DigestCover cover,
        IReadOnlyList<DigestSlot> missed,
        CancellationToken cancellation
    )
    {
        var order = appearance.Order;
        // Asked for out of turn, nothing new is an answer and no appearance.
        if (appearance.Slot is not null && !await ledger.SkipAsync(appearance, cover, missed, cancellation))
            return new DigestOutcome.NotDue();
        LogEmpty(order.Name, order.Destination, cover.From);
        return new DigestOutcome.NothingToTell(order.Destination, cover.From, cover.Hidden.Count);
    }

    private async Task<DigestOutcome.Held?> HoldsAsync(Destination destination, CancellationToken cancellation) =>
        await ClosedAsync(destination, cancellation)
        ?? (
            await outbox.HasOpenAsync(destination, cancellation)
                ? new DigestOutcome.Held(destination, HeldBy.Queue)
                : null
        );

    private async Task<DigestOutcome.Held?> ClosedAsync(Destination destination, CancellationToken cancellation)
    {
        if (!courier.Serves(destination))
            return new DigestOutcome.Held(destination, HeldBy.Platform);
        return
            await destinations.FindPauseAsync(destination, cancellation) is { } pause
            && !await courier.TryResumeAsync(destination, cancellation)
            ? new DigestOutcome.Held(destination, HeldBy.Pause, pause.Why)
            : null;
    }

    private DigestAppearance Extra(DigestOrder order, DateTimeOffset? next) =>
        new(
            order,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), order.Zone).DateTime),
            Slot: null,
            IsLate: false,
            next
        );

    private async Task<DigestSchedule> WhereItIsAsync(DigestSchedule schedule, CancellationToken cancellation) =>
        schedule with
        {
            Order = await WhereItIsAsync(schedule.Order, cancellation),
        };

    /// <summary>Configuration may name the place by an address that it had.</summary>
    private async Task<DigestOrder> WhereItIsAsync(DigestOrder order, CancellationToken cancellation) =>
        order with
        {
            Destination = await destinations.CurrentAsync(order.Destination, cancellation),
        };

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    [LoggerMessage(
        502,
        LogLevel.Information,
        "Digest {Digest} for {Destination}: {Articles} articles queued, {Left} stories left for the next, {Missed} missed slots covered"
    )]
    private partial void LogOwed(string digest, Destination destination, int articles, int left, int missed);

    [LoggerMessage(
        503,
        LogLevel.Information,
        "Digest {Digest} for {Destination} is skipped: nothing new since {Since:u}"
    )]
    private partial void LogEmpty(string digest, Destination destination, DateTimeOffset? since);

    [LoggerMessage(504, LogLevel.Warning, "Digest {Digest} for {Destination} is held back by {HeldBy}: {Why}")]
    private partial void LogHeld(string digest, Destination destination, HeldBy heldBy, string? why);
}
