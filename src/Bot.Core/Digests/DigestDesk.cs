using System.Runtime.ExceptionServices;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests.Covers;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;

namespace Bot.Core.Digests;

/// <summary>
/// Makes digests that are asked for, and previews; those that are due, <see cref="DigestRound"/> makes. It may be asked
/// at any time and by anyone, again and again: the ledger says whether there is something to do.
/// </summary>
public sealed class DigestDesk(
    DigestPress press,
    DigestDoors doors,
    CoverReader covers,
    DigestComposer composer,
    StoryEditor editor,
    ArticleStore articles,
    Outbox outbox,
    Courier courier,
    DestinationBook destinations,
    TimeProvider time
)
{
    /// <summary>
    /// Makes a digest out of turn and posts it at once, together with what still waited there. What keeps it from being made
    /// is thrown: whoever asked is told.
    /// </summary>
    public async Task<DigestOutcome> PostNowAsync(
        DigestOrder order,
        DateTimeOffset? next,
        CancellationToken cancellation
    )
    {
        var here = await WhereItIsAsync(order, cancellation);
        if (await doors.OpenAsync(here.Destination, cancellation) is { } closed)
            return closed;
        await courier.DeliverToAsync(here.Destination, cancellation);
        if (await outbox.HasOpenAsync(here.Destination, cancellation))
            return new DigestOutcome.Held(here.Destination, HeldBy.Queue);
        var made = await press.MakeAsync([new DigestTask(Extra(here, next), [], IsMine: true)], cancellation);
        if (made is [DigestOutcome.Broken { Why: var why }])
            ExceptionDispatchInfo.Throw(why);
        if (made is not [DigestOutcome.Owed owed])
            return made[0];
        await courier.DeliverToAsync(here.Destination, cancellation);
        return owed with { Items = await outbox.BatchAsync(owed.Batch, cancellation) };
    }

    /// <summary>What <see cref="PostNowAsync"/> would post; posts nothing and consumes nothing.</summary>
    public async Task<DigestPreview> PreviewAsync(
        DigestOrder order,
        DateTimeOffset? next,
        CancellationToken cancellation
    )
    {
        var here = await WhereItIsAsync(order, cancellation);
        var cover = await covers.ReadAsync(here, cancellation);
        var draft = await composer.ComposeAsync(
            Extra(here, next),
            cover,
            new Galleys(editor, articles),
            time.GetUtcNow(),
            cancellation
        );
        return new DigestPreview(
            draft.IsEmpty ? null : new Reply([.. draft.Parts.SelectMany(p => p.Blocks)]),
            cover.Hidden.Count,
            cover.Failing
        );
    }

    private DigestAppearance Extra(DigestOrder order, DateTimeOffset? next) =>
        new(
            order,
            DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), order.Zone).DateTime),
            Slot: null,
            IsLate: false,
            next
        );

    /// <summary>Configuration may name the place by an address that it had.</summary>
    private async Task<DigestOrder> WhereItIsAsync(DigestOrder order, CancellationToken cancellation) =>
        order with
        {
            Destination = await destinations.CurrentAsync(order.Destination, cancellation),
        };
}
