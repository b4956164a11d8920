using Bot.Core.Chat;
using Bot.Core.Commands.Feeds;
using Bot.Core.Commands.Typed;
using Bot.Core.Feeds.Finding;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/feed [list|add|remove|pause|resume|text|health|why|test|packs|import|export] [name]</c></summary>
internal sealed class FeedCommand(
    FeedListing list,
    FeedAdding adding,
    FeedChanging changing,
    FeedTesting testing,
    FeedHealth health,
    FeedTracing tracing,
    FeedPacksPage packs,
    FeedExporting exporting,
    PlaceFinder finder,
    Rights rights
) : ICommand
{
    public CommandDescription Description { get; } =
        new("feed", "feed.description", "/feed add example.org", [.. FeedWishes.Described, PlaceFinder.Described])
        {
            IsAboutThePlace = true,
            Subcommands =
            [
                new("list", "feed.do-list", [PlaceFinder.Option]),
                new(
                    "add",
                    "feed.do-add",
                    [FeedWishes.Name, FeedWishes.Title, FeedWishes.Folder, FeedWishes.Text, PlaceFinder.Option]
                )
                {
                    Required = FeedWishes.Name,
                },
                new("remove", "feed.do-remove", [FeedWishes.Name, PlaceFinder.Option]),
                new("pause", "feed.do-pause", [FeedWishes.Name, PlaceFinder.Option]),
                new("resume", "feed.do-resume", [FeedWishes.Name, PlaceFinder.Option]),
                new("text", "feed.do-text", [FeedWishes.Name, FeedWishes.Text, PlaceFinder.Option])
                {
                    Required = FeedWishes.Name,
                },
                new("health", "feed.do-health", [PlaceFinder.Option]),
                new("why", "feed.do-why", [FeedWishes.Name, PlaceFinder.Option]) { Required = FeedWishes.Name },
                new("test", "feed.do-test", [FeedWishes.Name]) { Required = FeedWishes.Name },
                new("packs", "feed.do-packs", [PlaceFinder.Option]),
                new("import", "feed.do-import", [FeedWishes.Name, FeedWishes.Folder, PlaceFinder.Option])
                {
                    Required = FeedWishes.Name,
                },
                new("export", "feed.do-export", [PlaceFinder.Option]),
            ],
        };

    /// <summary>Everyone may look; the rest is for administrators. Of a place that is named, its platform says who may.</summary>
    public bool IsForAdministrators(CommandCall call) =>
        call.Option(PlaceFinder.Option) is null
        && Wish(call) is { } wish
        && !FeedWishes.Open.Contains(wish, StringComparer.Ordinal);

    public Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation) =>
        finder.AnswerAsync(call, AnswerAsync, cancellation);

    /// <summary>An address alone is meant to be added.</summary>
    /// <returns>Null where something was typed that says no wish.</returns>
    private static string? Wish(CommandCall call) =>
        call.Option(SubcommandDescription.Option)
        ?? (
            call.Option(FeedWishes.Name) is not { } name ? "list"
            : FeedFinder.TryRead(name) is not null ? "add"
            : call.Option(FeedWishes.Text) is not null ? "text"
            : null
        );

    private async Task<Reply> AnswerAsync(
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var ask = new FeedAsk(call, meant.Place, PlaceMeant.Option(meant.Place, meant.Asked), edition);
        return Wish(call) switch
        {
            // A place that was named from elsewhere was found to be the asker's own.
            "list" => await list.WriteAsync(
                ask,
                !meant.IsHere || await rights.MayAdministerAsync(call.Asker, call.Place, cancellation),
                cancellation
            ),
            "add" => await adding.AddAsync(ask, cancellation),
            "import" => await adding.ImportAsync(ask, cancellation),
            "test" => await testing.AnswerAsync(ask, cancellation),
            "health" => await health.WriteAsync(ask, cancellation),
            "why" => await tracing.AnswerAsync(ask, cancellation),
            "packs" => packs.Write(ask),
            "export" => await exporting.WriteAsync(ask, cancellation),
            { } change => await changing.AnswerAsync(change, ask, cancellation),
            null => Unknown(ask),
        };
    }

    private static Reply Unknown(FeedAsk ask)
    {
        var typed = ask.Name ?? "";
        return Slips.Nearest(typed.Split(' ')[0], FeedWishes.All) is { } wish
            ? Reply.Of(
                ask.Edition.Line("feed.slip", ("name", Excerpt.Of(typed)), ("command", ask.Hint(wish))),
                ask.Button("button.feeds", "list", isInPlace: false)
            )
            : Reply.Of(
                ask.Edition.Line("feed.unknown", ("name", Excerpt.Of(typed)), ("example", ask.Hint("add https://…"))),
                ask.Button("button.feeds", "list", isInPlace: false)
            );
    }
}
