using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Feeds.Following;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/forget [yes]</c>: all that is kept for a place, at once; asked twice.</summary>
internal sealed class ForgetCommand(
    PlaceFinder finder,
    DigestBook digests,
    FeedBook feeds,
    PlaceBook places,
    DigestWords words,
    Shredder shredder
) : ICommand
{
    private const string Sure = "yes";

    public CommandDescription Description { get; } =
        new(
            "forget",
            "forget.description",
            "/forget",
            [new OptionDescription("sure", "forget.sure", OptionKind.Choice, [Sure]), PlaceFinder.Described],
            IsForAdministrators: true
        )
        {
            IsAboutThePlace = true,
        };

    /// <summary>Of a place that is named, its platform says who may.</summary>
    public bool IsForAdministrators(CommandCall call) => call.Option(PlaceFinder.Option) is null;

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
        finder.AnswerAsync(call, AnswerAsync, cancellation);

    private async Task<Reply> AnswerAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var chat = meant.Place.Chat;
        var plan = await digests.OfChatAsync(chat, cancellation);
        var planned = plan.Digests.Count(d => !d.IsConfigured && d.Destination.Chat == chat);
        var followed = (await feeds.OfAsync(chat, cancellation)).Count;
        var place = await PlaceAsync(meant, edition, cancellation);
        if (planned + followed == 0 && await places.FindAsync(chat, cancellation) is null)
            return Reply.Of(edition.Line("forget.nothing", ("place", place)));
        if (call.Option("sure") is null)
            return Reply.Of(
                planned + followed == 0
                    ? edition.Line("forget.ask-none", ("place", place))
                    : edition.Line("forget.ask", ("place", place), ("what", What(planned, followed, edition))),
                new ReplyButton(
                    edition.Say("button.forget"),
                    $"/forget {Sure}{PlaceMeant.Option(meant.Place, meant.Asked)}",
                    IsInPlace: true
                )
            );
        await shredder.ForgetAsync(chat, cancellation);
        return Reply.Of(edition.Line("forget.done", ("place", place), ("help", new CommandHint("/help"))));
    }

    private static string What(int planned, int followed, Edition edition) =>
        edition.And([
            .. planned > 0 ? [edition.Say("forget.digests", ("count", planned))] : Array.Empty<string>(),
            .. followed > 0 ? [edition.Say("forget.feeds", ("count", followed))] : Array.Empty<string>(),
        ]);

    private async Task<string> PlaceAsync(PlaceMeant meant, Edition edition, CancellationToken cancellation) =>
        meant.IsHere ? edition.Say("forget.here") : await words.TitleAsync(meant.Place, cancellation);
}
