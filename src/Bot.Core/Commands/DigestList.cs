using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>What <c>/digest list</c> says: the digests of a place, when they come, and for administrators what went wrong.</summary>
internal sealed class DigestList(
    DigestBook book,
    DestinationBook destinations,
    Outbox outbox,
    Rights rights,
    TimeProvider time
)
{
    private const int NextRuns = 3;
    private const int MostTroubles = 5;

    public async Task<Reply> WriteAsync(CommandCall call, Edition edition, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var seen = book.SeenFrom(call.Place);
        var troubles = await rights.MayAdministerAsync(call.Asker, call.Place, cancellation)
            ? await TroublesAsync(call, edition, now, cancellation)
            : [];
        if (seen.Count == 0 && troubles.Count == 0)
            return DigestCommand.NonePlanned(edition);
        return new Reply([
            .. seen.Count == 0
                ? DigestCommand.NonePlanned(edition).Blocks
                : [new HeadingBlock([new Strong(edition.Say("digest.planned", ("count", seen.Count)))])],
            .. seen.SelectMany(schedule => Plan(schedule, call, now, edition)),
            .. troubles.Count == 0 ? Array.Empty<ReplyBlock>() : [new BulletBlock(troubles)],
        ]);
    }

    private static IEnumerable<ReplyBlock> Plan(
        DigestSchedule schedule,
        CommandCall call,
        DateTimeOffset now,
        Edition edition
    ) =>
        [
            new ParagraphBlock(
                edition.Line(
                    "digest.plan",
                    ("digest", new Strong(schedule.Name)),
                    ("days", DigestTime.Say(schedule.Days, edition)),
                    ("time", schedule.At.ToString("HH:mm", edition.Language)),
                    ("zone", schedule.Zone.Id),
                    ("place", DigestCommand.Where(schedule.Destination, call, edition))
                )
            ),
            new BulletBlock([.. schedule.SlotsAfter(now).Take(NextRuns).Select(s => Run(s, schedule.Zone, edition))]),
        ];

    /// <summary>"Monday 30 November 07:30 (06:30 UTC)"; with the day where it is another one in UTC.</summary>
    private static IReadOnlyList<Inline> Run(DigestSlot slot, TimeZoneInfo zone, Edition edition)
    {
        var local = TimeZoneInfo.ConvertTime(slot.Due, zone);
        var utc = slot.Due.UtcDateTime;
        return edition.Line(
            "digest.run",
            ("local", local.ToString(edition.Say("digest.run-date"), edition.Language)),
            (
                "utc",
                utc.ToString(
                    edition.Say(utc.Date == local.Date ? "digest.run-time" : "digest.run-day"),
                    edition.Language
                )
            )
        );
    }

    private async Task<List<IReadOnlyList<Inline>>> TroublesAsync(
        CommandCall call,
        Edition edition,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var paused = (await destinations.PausedAsync(cancellation)).Where(p => Sees(p.Destination));
        var troubled = (await outbox.TroubledAsync(100, cancellation)).Where(i => Sees(i.Destination));
        return
        [
            .. paused.Select(p =>
                edition.Line(
                    "digest.paused",
                    ("place", DigestCommand.Where(p.Destination, call, edition)),
                    ("when", When(p.Since)),
                    ("why", p.Why)
                )
            ),
            .. troubled
                .Take(MostTroubles)
                .Select(i =>
                    edition.Line(
                        i.State == OutboxState.Unknown ? "digest.trouble-unknown" : "digest.trouble-failed",
                        ("place", DigestCommand.Where(i.Destination, call, edition)),
                        ("when", When(i.Created)),
                        ("why", i.Why ?? "")
                    )
                ),
        ];

        bool Sees(Destination destination) => destination == call.Place || call.Place == Destination.Terminal;

        string When(DateTimeOffset instant) => DigestTime.Say(instant, now, time.LocalTimeZone, edition);
    }
}
