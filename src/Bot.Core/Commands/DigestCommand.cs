using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Places;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/digest [now|preview|list|add|edit|remove|pause|resume|sent|again] [name]</c></summary>
internal sealed class DigestCommand(
    DigestBook book,
    DigestDesk desk,
    DigestList list,
    DigestAdding adding,
    DigestChanging changing,
    PostSettling settling,
    PlaceFinder finder,
    PlaceBook places,
    DigestWords words,
    DigestScopeLookup lookup,
    Phrasebook phrasebook,
    TimeProvider time
) : ICommand
{
    public CommandDescription Description { get; } =
        new("digest", "digest.description", "/digest add at:07:30", DigestWishes.Described(phrasebook))
        {
            IsAboutThePlace = true,
            Subcommands = DigestWishes.Subcommands,
        };

    /// <summary>Everyone may look; the rest is for administrators. Of a place that is named, its platform says who may.</summary>
    public bool IsForAdministrators(CommandCall call) =>
        call.Option(PlaceFinder.Option) is null && Wish(call) is not ("preview" or "list");

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
        finder.AnswerAsync(call, AnswerAsync, cancellation);

    /// <summary>A time alone can only be meant for a new digest.</summary>
    private static string Wish(CommandCall call) =>
        call.Option(SubcommandDescription.Option)
        ?? ((call.Option("at") ?? call.Option("every")) is null ? "preview" : "add");

    private Task<Reply> AnswerAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    ) =>
        Wish(call) switch
        {
            "list" => list.WriteAsync(call, meant, edition, cancellation),
            "add" => adding.AnswerAsync(new DigestAsk(call, meant, edition), cancellation),
            "sent" => settling.AnswerAsync(isAgain: false, call, meant, edition, cancellation),
            "again" => settling.AnswerAsync(isAgain: true, call, meant, edition, cancellation),
            "now" or "preview" => TellAsync(new DigestAsk(call, meant, edition), cancellation),
            var change => changing.AnswerAsync(change, new DigestAsk(call, meant, edition), cancellation),
        };

    private async Task<Reply> TellAsync(DigestAsk ask, CancellationToken cancellation)
    {
        var (call, meant, edition) = ask;
        var seen = await book.SeenFromAsync(meant.Place, cancellation);
        var planned = ask.Which is { } name
            ? seen.Digests.FirstOrDefault(d => d.IsCalled(name))
            : seen.Digests.FirstOrDefault(d => d.Destination == meant.Place);
        if (planned is null && ask.Which is { } unknown)
            return Slips.Nearest(unknown, DigestWishes.All) is { } wish
                ? Reply.Of(
                    edition.Line(
                        "digest.slip",
                        ("name", Excerpt.Of(unknown)),
                        ("command", new CommandHint($"/{Description.Name} {wish}"))
                    )
                )
                : DigestChanging.NoSuch(unknown, seen, edition);
        // Where no digest is planned, one can be asked for all the same.
        var order =
            planned?.Schedule.Order
            ?? new(
                edition.Say("digest.name"),
                meant.Place,
                await places.ZoneOfAsync(meant.Place, cancellation) ?? time.LocalTimeZone,
                await places.SizeOfAsync(meant.Place, cancellation) ?? ReadingSize.Normal
            );
        var scopes = await lookup.OfAsync([order], cancellation);
        if (planned is not null && scopes.Idle(planned, meant.Asked, edition) is { } idle)
            return Reply.Of(idle);
        var scope = scopes.Phrase(order, edition);
        var next = planned?.Next(time.GetUtcNow());
        var filters = new CommandHint($"/filter list{PlaceMeant.Option(order.Destination, meant.Asked)}");

        if (Wish(call) == "now")
        {
            var outcome = await desk.PostNowAsync(order, next, cancellation);
            var place = await words.WhereAsync(PlaceOf(outcome, order), meant.Asked, edition, cancellation);
            return Reply.Of(
                outcome is DigestOutcome.NothingToTell empty
                    ? NothingNew(order, scope, empty.Since, empty.Hidden, empty.Failing, filters, edition)
                    : Say(outcome, place, edition)
            );
        }

        var preview = await desk.PreviewAsync(order, next, cancellation);
        return preview.Reply is { } digest
            ? new Reply([new SmallPrintBlock(edition.Print("digest.preview")), .. digest.Blocks])
            : Reply.Of(NothingNew(order, scope, null, preview.Hidden, preview.Failing, filters, edition));
    }

    /// <summary>The place may have moved since the digest was planned.</summary>
    private static Destination PlaceOf(DigestOutcome outcome, DigestOrder order) =>
        outcome switch
        {
            DigestOutcome.Owed owed => owed.Destination,
            DigestOutcome.Held held => held.Destination,
            _ => order.Destination,
        };

    private static IReadOnlyList<Inline> Say(DigestOutcome outcome, string place, Edition edition) =>
        outcome switch
        {
            DigestOutcome.Owed owed => Fate(owed, place, edition),
            DigestOutcome.Held held => edition.Line(
                held.By switch
                {
                    HeldBy.Pause => "digest.held-pause",
                    HeldBy.Platform => "digest.held-platform",
                    _ => "digest.held-queue",
                },
                ("place", place),
                ("why", held.Why ?? "")
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Nobody is told so who asks for one."),
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

    /// <summary>That nothing is new, as far as can be seen: what is hidden and what cannot be read is said.</summary>
    private IReadOnlyList<Inline> NothingNew(
        DigestOrder order,
        string? scope,
        DateTimeOffset? since,
        int hidden,
        FailingFeeds? failing,
        CommandHint filters,
        Edition edition
    )
    {
        var latest = ("latest", (object)new CommandHint("/latest"));
        var nothing =
            hidden > 0 ? edition.Line("digest.nothing-wanted", ("count", hidden), ("command", filters))
            : scope is not null ? edition.Line("digest.nothing-scope", ("scope", scope), latest)
            : since is { } last ? edition.Line("digest.nothing-since", ("when", When(last)), latest)
            : edition.Line("digest.nothing", latest);
        return failing is null
            ? nothing
            :
            [
                .. nothing,
                new Plain(" "),
                .. edition.Line(
                    "digest.nothing-failing",
                    ("count", failing.Count),
                    ("when", When(failing.Since)),
                    ("command", new CommandHint("/feed health"))
                ),
            ];

        string When(DateTimeOffset instant) => DigestTime.Say(instant, time.GetUtcNow(), order.Zone, edition);
    }
}
