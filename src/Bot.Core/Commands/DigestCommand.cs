using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/digest [now|preview|list] [name]</c></summary>
internal sealed class DigestCommand(
    DigestBook book,
    DigestDesk desk,
    DigestList list,
    Phrasebook phrasebook,
    TimeProvider time
) : ICommand
{
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
        if (Wish(call) == "list")
            return await list.WriteAsync(call, edition, cancellation);
        var seen = book.SeenFrom(call.Place);
        var planned = call.Option("name") is { } name
            ? seen.FirstOrDefault(s => s.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
            : seen.FirstOrDefault(s => s.Destination == call.Place);
        if (planned is null && call.Option("name") is { } unknown)
            return NoSuch(unknown, seen, edition);
        // Where no digest is planned, one can be asked for all the same.
        var order =
            planned?.Order ?? new(edition.Say("digest.name"), call.Place, time.LocalTimeZone, DigestSize.Normal);
        var next = planned?.Next(time.GetUtcNow()).Due;

        if (Wish(call) == "now")
            return Reply.Of(Say(await desk.PostNowAsync(order, next, cancellation), call, order, edition));
        return await desk.PreviewAsync(order, next, cancellation) is { } preview
            ? new Reply([new SmallPrintBlock(edition.Print("digest.preview")), .. preview.Blocks])
            : Reply.Of(NothingNew(null, order, edition));
    }

    /// <summary>"here", or the address of another place.</summary>
    public static string Where(Destination destination, CommandCall call, Edition edition) =>
        destination == call.Place
            ? edition.Say("digest.here")
            : edition.Say("digest.there", ("address", destination.ToString()));

    public static Reply NonePlanned(Edition edition) =>
        Reply.Of(edition.Line("digest.none-planned", ("command", new CommandHint("/digest now"))));

    private static string Wish(CommandCall call) => call.Option("do") ?? "preview";

    private Reply NoSuch(string name, IReadOnlyList<DigestSchedule> seen, Edition edition)
    {
        if (Slips.Nearest(name, Description.Options[0].Choices) is { } meant)
            return Reply.Of(
                edition.Line(
                    "digest.slip",
                    ("name", name),
                    ("command", new CommandHint($"/{Description.Name} {meant}"))
                )
            );
        return seen.Count == 0
            ? NonePlanned(edition)
            : Reply.Of(
                edition.Line(
                    "digest.no-such",
                    ("name", name),
                    ("names", string.Join(", ", seen.Select(s => $"“{s.Name}”")))
                )
            );
    }

    private IReadOnlyList<Inline> Say(DigestOutcome outcome, CommandCall call, DigestOrder order, Edition edition) =>
        outcome switch
        {
            DigestOutcome.Owed owed => Fate(owed, Where(owed.Destination, call, edition), edition),
            DigestOutcome.Held held => edition.Line(
                held.By switch
                {
                    HeldBy.Pause => "digest.held-pause",
                    HeldBy.Platform => "digest.held-platform",
                    _ => "digest.held-queue",
                },
                ("place", Where(held.Destination, call, edition)),
                ("why", held.Why ?? "")
            ),
            DigestOutcome.NothingToTell empty => NothingNew(empty.Since, order, edition),
            _ => NothingNew(null, order, edition),
        };

    private static IReadOnlyList<Inline> Fate(DigestOutcome.Owed owed, string place, Edition edition)
    {
        var open = owed.Items.FirstOrDefault(i => i.State is OutboxState.Waiting or OutboxState.Sending);
        if (open is not null)
            return open.Why is { } reason
                ? edition.Line("digest.waiting-why", ("why", reason))
                : edition.Line("digest.waiting");
        var troubled = owed.Items.FirstOrDefault(i => i.State != OutboxState.Sent);
        return troubled is null
            ? edition.Line("digest.posted", ("count", owed.Articles), ("place", place))
            : edition.Line(
                troubled.State == OutboxState.Unknown ? "digest.unknown" : "digest.failed",
                ("place", place),
                ("why", troubled.Why ?? "")
            );
    }

    private IReadOnlyList<Inline> NothingNew(DateTimeOffset? since, DigestOrder order, Edition edition) =>
        since is { } last
            ? edition.Line(
                "digest.nothing-since",
                ("when", DigestTime.Say(last, time.GetUtcNow(), order.Zone, edition)),
                ("latest", new CommandHint("/latest"))
            )
            : edition.Line("digest.nothing", ("latest", new CommandHint("/latest")));
}
