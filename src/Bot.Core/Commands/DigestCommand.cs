using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/digest [now|preview|list] [name]</c></summary>
internal sealed class DigestCommand(DigestBook book, DigestDesk desk, Phrasebook phrasebook, TimeProvider time)
    : ICommand
{
    private const int NextRuns = 3;

    public CommandDescription Description { get; } =
        new(
            "digest",
            "digest.description",
            "/digest preview",
            [
                new OptionDescription("do", "digest.do", OptionKind.Choice, ["now", "preview", "list"]),
                new OptionDescription("name", "digest.which", OptionKind.Text, [], IsUnnamed: true),
            ]
        );

    /// <summary>Everyone may look; what posts is for administrators.</summary>
    public bool IsForAdministrators(CommandCall call) => Wish(call) == "now";

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        var seen = book.SeenFrom(call.Place);
        if (Wish(call) == "list")
            return List(seen, edition);
        var (order, next) = (Here(call.Place, edition), (DateTimeOffset?)null);
        if (call.Option("name") is { } name)
        {
            if (seen.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } named)
                return NoSuch(name, seen, edition);
            (order, next) = (named.Order, named.Next(time.GetUtcNow()).Due);
        }
        else if (seen.FirstOrDefault(s => s.Destination == call.Place) is { } own)
            (order, next) = (own.Order, own.Next(time.GetUtcNow()).Due);

        return Wish(call) == "now" ? Say(await desk.PostNowAsync(order, next, cancellation), order, edition)
            : await desk.PreviewAsync(order, next, cancellation) is { } preview
                ? new Reply([new SmallPrintBlock(edition.Print("digest.preview")), .. preview.Blocks])
            : NothingNew(null, order, edition);
    }

    private static string Wish(CommandCall call) => call.Option("do") ?? "preview";

    /// <summary>Where no digest is planned, one can be asked for all the same.</summary>
    private DigestOrder Here(Destination place, Edition edition) =>
        new(edition.Say("digest.name"), place, time.LocalTimeZone, DigestSize.Normal);

    private Reply List(IReadOnlyList<DigestSchedule> seen, Edition edition)
    {
        var now = time.GetUtcNow();
        if (seen.Count == 0)
            return Reply.Of(edition.Line("digest.none-planned", ("command", new CommandHint("/digest now"))));
        return new Reply([
            new HeadingBlock([new Strong(edition.Say("digest.planned", ("count", seen.Count)))]),
            .. seen.SelectMany(schedule => Lines(schedule, now, edition)),
        ]);
    }

    private static IEnumerable<ReplyBlock> Lines(DigestSchedule schedule, DateTimeOffset now, Edition edition)
    {
        yield return new ParagraphBlock(
            edition.Line(
                "digest.plan",
                ("digest", new Strong(schedule.Name)),
                ("days", schedule.Days.ToString()),
                ("time", schedule.At.ToString("HH:mm", edition.Language)),
                ("zone", schedule.Zone.Id),
                ("place", schedule.Destination.ToString())
            )
        );
        yield return new BulletBlock([
            .. schedule
                .SlotsAfter(now)
                .Take(NextRuns)
                .Select(slot =>
                    edition.Line(
                        "digest.run",
                        ("local", DigestTime.Say(slot.Due, now, schedule.Zone, edition)),
                        ("utc", slot.Due.UtcDateTime.ToString("HH:mm", edition.Language))
                    )
                ),
        ]);
    }

    private static Reply NoSuch(string name, IReadOnlyList<DigestSchedule> seen, Edition edition) =>
        seen.Count == 0
            ? Reply.Of(edition.Line("digest.none-planned", ("command", new CommandHint("/digest now"))))
            : Reply.Of(
                edition.Line(
                    "digest.no-such",
                    ("name", name),
                    ("names", string.Join(", ", seen.Select(s => $"“{s.Name}”")))
                )
            );

    private Reply Say(DigestOutcome outcome, DigestOrder order, Edition edition) =>
        outcome switch
        {
            DigestOutcome.Owed owed => Reply.Of(Fate(owed, edition)),
            DigestOutcome.Empty empty => NothingNew(empty.Since, order, edition),
            DigestOutcome.Held { By: HeldBy.Pause } held => Reply.Of(
                edition.Line("digest.held-pause", ("place", held.Destination.ToString()), ("why", held.Why ?? ""))
            ),
            DigestOutcome.Held { By: HeldBy.Platform } held => Reply.Of(
                edition.Line("digest.held-platform", ("place", held.Destination.ToString()))
            ),
            DigestOutcome.Held held => Reply.Of(
                edition.Line("digest.held-queue", ("place", held.Destination.ToString()))
            ),
            _ => NothingNew(null, order, edition),
        };

    private static IReadOnlyList<Inline> Fate(DigestOutcome.Owed owed, Edition edition)
    {
        var place = owed.Destination.ToString();
        if (owed.Items.All(i => i.State == OutboxState.Sent))
            return edition.Line("digest.posted", ("count", owed.Articles), ("place", place));
        if (owed.Items.FirstOrDefault(i => i.State is OutboxState.Waiting or OutboxState.Sending) is { } waiting)
            return waiting.Why is { } why
                ? edition.Line("digest.waiting-why", ("place", place), ("why", why))
                : edition.Line("digest.waiting", ("place", place));
        var troubled = owed.Items.First(i => i.State != OutboxState.Sent);
        return troubled.State == OutboxState.Unknown
            ? edition.Line("digest.unknown", ("place", place), ("why", troubled.Why ?? ""))
            : edition.Line("digest.failed", ("place", place), ("why", troubled.Why ?? ""));
    }

    private Reply NothingNew(DateTimeOffset? since, DigestOrder order, Edition edition) =>
        Reply.Of(
            since is { } last
                ? edition.Line(
                    "digest.nothing-since",
                    ("when", DigestTime.Say(last, time.GetUtcNow(), order.Zone, edition)),
                    ("latest", new CommandHint("/latest"))
                )
                : edition.Line("digest.nothing", ("latest", new CommandHint("/latest")))
        );
}
