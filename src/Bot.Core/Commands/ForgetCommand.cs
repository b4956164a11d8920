using Bot.Core.Chat;
using Bot.Core.Moving;
using Bot.Core.Places;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/forget [yes]</c>: all that is kept for a place, at once; asked twice.</summary>
internal sealed class ForgetCommand(
    PlaceFinder finder,
    Packer packer,
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
        var what = What(await packer.PackAsync(chat, cancellation), edition);
        var place = await PlaceAsync(meant, edition, cancellation);
        if (what.Count == 0 && await places.FindAsync(chat, cancellation) is null)
            return Reply.Of(edition.Line("forget.nothing", ("place", place)));
        if (call.Option("sure") is null)
            return Reply.Of(
                what.Count == 0
                    ? edition.Line("forget.ask-none", ("place", place))
                    : edition.Line("forget.ask", ("place", place), ("what", edition.And(what))),
                new ReplyButton(
                    edition.Say("button.forget"),
                    $"/forget {Sure}{PlaceMeant.Option(meant.Place, meant.Asked)}",
                    IsInPlace: true
                )
            );
        await shredder.ForgetAsync(chat, cancellation);
        return Reply.Of(edition.Line("forget.done", ("place", place), ("help", new CommandHint("/help"))));
    }

    /// <summary>"3 digests", "1 feed": what is kept beside settings.</summary>
    private static IReadOnlyList<string> What(PackedPlace kept, Edition edition) =>
        [
            .. new[]
            {
                ("forget.digests", kept.Digests?.Count ?? 0),
                ("forget.feeds", kept.Feeds?.Count ?? 0),
                ("forget.filters", kept.Filters?.Count ?? 0),
                ("forget.topics", kept.Topics?.DistinctBy(t => t?.Name).Count() ?? 0),
            }
                .Where(k => k.Item2 > 0)
                .Select(k => edition.Say(k.Item1, ("count", k.Item2))),
        ];

    private async Task<string> PlaceAsync(PlaceMeant meant, Edition edition, CancellationToken cancellation) =>
        meant.IsHere ? edition.Say("forget.here") : await words.TitleAsync(meant.Place, cancellation);
}
