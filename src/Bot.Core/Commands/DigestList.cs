using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Digests.Writing;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>What <c>/digest list</c> says: the digests of a place, when they come, and for administrators what went wrong.</summary>
internal sealed class DigestList(
    DigestBook book,
    DestinationBook destinations,
    Outbox outbox,
    PlaceBook places,
    DigestWords words,
    DigestScopeLookup lookup,
    Rights rights,
    TimeProvider time
)
{
    private const int MostTroubles = 5;

    public async Task<Reply> WriteAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var seen = await book.SeenFromAsync(meant.Place, cancellation);
        // A place that was named from elsewhere was found to be the asker's own.
        var isTheirs = !meant.IsHere || await rights.MayAdministerAsync(call.Asker, call.Place, cancellation);
        var troubles = isTheirs ? await TroublesAsync(meant, edition, cancellation) : [];
        var blocks = new List<ReplyBlock>();
        if (seen.Digests.Count > 0)
            blocks.Add(new HeadingBlock([new Strong(edition.Say("digest.planned", ("count", seen.Digests.Count)))]));
        var scopes = await lookup.OfAsync(seen.Digests.Select(d => d.Schedule.Order), cancellation);
        foreach (var digest in seen.Digests)
            blocks.AddRange(await PlanAsync(digest, scopes, meant, edition, cancellation));
        if (isTheirs)
            blocks.AddRange(seen.Stranded.Select(d => Stranded(d, edition)));
        if (blocks.Count == 0)
            blocks.AddRange(DigestChanging.NonePlanned(edition, isTheirs).Blocks);
        else if (isTheirs && Buttons(seen, meant, edition) is { Count: > 0 } buttons)
            blocks.Add(new ButtonBlock(buttons));
        return new Reply([.. blocks, .. troubles]);
    }

    private async Task<IEnumerable<ReplyBlock>> PlanAsync(
        PlannedDigest digest,
        DigestScopeWords scopes,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var schedule = digest.Schedule;
        var now = time.GetUtcNow();
        var place = await words.WhereAsync(schedule.Destination, meant.Asked, edition, cancellation);
        return
        [
            new ParagraphBlock([
                new Strong(schedule.Name),
                new Plain(" · "),
                .. ScheduleWords.Plan(schedule, place, edition),
            ]),
            new BulletBlock([
                .. scopes.Say(digest, meant.Asked, edition),
                .. digest.PausedSince is { } since
                    ?
                    [
                        edition.Line(
                            "digest.paused-since",
                            ("when", DigestTime.Say(since, now, schedule.Zone, edition))
                        ),
                    ]
                    : ScheduleWords.Runs(schedule, now, edition),
            ]),
        ];
    }

    private static ParagraphBlock Stranded(StrandedDigest digest, Edition edition) =>
        new(
            edition.Line(
                "digest.stranded",
                ("digest", new Strong(digest.Name)),
                ("zone", digest.Zone),
                ("command", new CommandHint($"/digest remove name:\"{digest.Name}\""))
            )
        );

    /// <summary>For one digest, what can be done with it; for several, which of them is asked next.</summary>
    private static List<ReplyButton> Buttons(DigestPlan seen, PlaceMeant meant, Edition edition)
    {
        var stored = seen.Digests.Where(d => !d.IsConfigured).ToList();
        var asked = meant.Asked;
        if (stored is [var one])
            return
            [
                DigestWords.Preview(one, asked, edition),
                DigestWords.Change(one, asked, edition),
                one.IsPaused ? DigestWords.Resume(one, asked, edition) : DigestWords.Pause(one, asked, edition),
                DigestWords.Remove(one, asked, edition),
            ];
        var which = PlaceMeant.Option(meant.Place, asked);
        var buttons = new List<ReplyButton>();
        if (stored.Count > 0)
            buttons.Add(new(edition.Say("button.change"), $"/digest edit{which}"));
        if (stored.Exists(d => !d.IsPaused))
            buttons.Add(new(edition.Say("button.pause-which"), $"/digest pause{which}"));
        if (stored.Exists(d => d.IsPaused))
            buttons.Add(new(edition.Say("button.resume-which"), $"/digest resume{which}"));
        if (stored.Count > 0)
            buttons.Add(new(edition.Say("button.remove-which"), $"/digest remove{which}"));
        return buttons;
    }

    private async Task<List<ReplyBlock>> TroublesAsync(
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var zone = await places.ZoneOfAsync(meant.Place, cancellation) ?? time.LocalTimeZone;
        var blocks = new List<ReplyBlock>();
        foreach (var p in await destinations.PausedAsync(cancellation))
        {
            if (PostSettling.IsOf(p.Destination, meant.Place))
                blocks.Add(
                    new BulletBlock([
                        edition.Line(
                            "digest.paused",
                            ("place", await words.WhereAsync(p.Destination, meant.Asked, edition, cancellation)),
                            ("when", When(p.Since)),
                            ("why", p.Why)
                        ),
                    ])
                );
        }

        var listed = await outbox.TroubledAsync(meant.Place, MostTroubles, cancellation);
        foreach (var item in listed)
        {
            var isUnknown = item.State == OutboxState.Unknown;
            blocks.Add(
                new BulletBlock([
                    edition.Line(
                        isUnknown ? "digest.trouble-unknown" : "digest.trouble-failed",
                        ("number", item.Id),
                        ("place", await words.WhereAsync(item.Destination, meant.Asked, edition, cancellation)),
                        ("when", When(item.Created)),
                        ("why", item.Why ?? "")
                    ),
                ])
            );
            if (isUnknown)
                blocks.Add(Settling(item.Id, meant, edition));
        }

        var more = await outbox.CountTroubledAsync(meant.Place, cancellation) - listed.Count;
        if (more > 0)
            blocks.Add(new ParagraphBlock(edition.Line("digest.troubles-more", ("count", more))));
        return blocks;

        string When(DateTimeOffset instant) => DigestTime.Say(instant, time.GetUtcNow(), zone, edition);
    }

    private static ButtonBlock Settling(long item, PlaceMeant meant, Edition edition)
    {
        var which = PlaceMeant.Option(meant.Place, meant.Asked);
        return new([
            new(edition.Say("button.arrived", ("number", item)), $"/digest sent {item}{which}"),
            new(edition.Say("button.send-again", ("number", item)), $"/digest again {item}{which}"),
        ]);
    }
}
