using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Polling;

namespace Bot.Core.Commands.Feeds;

/// <summary><c>/feed remove|pause|resume NAME</c>, <c>/feed text NAME full</c></summary>
internal sealed class FeedChanging(FeedBook book, FeedLookup lookup, FeedBell bell)
{
    public async Task<Reply> AnswerAsync(string wish, FeedAsk ask, CancellationToken cancellation)
    {
        if (wish == "text")
            ask = ask.WithTextLast();
        if (wish == "text" && ask.IsFullText is null)
            return await TextWhichAsync(ask, cancellation);
        var (followed, answer) = await lookup.FindAsync(
            ask,
            f => Line(wish, f, ask),
            f => IsOpen(wish, f),
            cancellation
        );
        return followed is null
            ? answer! // One or the other.
            : wish switch
            {
                "pause" => await PauseAsync(followed, ask, cancellation),
                "resume" => await ResumeAsync(followed, ask, cancellation),
                "text" => await SetTextAsync(followed, ask, cancellation),
                "remove" => await RemoveAsync(followed, ask, cancellation),
                _ => throw new ArgumentOutOfRangeException(nameof(wish), wish, "No such change."),
            };
    }

    private static string Line(string wish, Followed followed, FeedAsk ask) =>
        $"{wish} #{followed.Feed.Id}{(ask.IsFullText is { } full && wish == "text" ? $" text:{(full ? FeedWishes.Full : FeedWishes.Teaser)}" : "")}";

    private static bool IsOpen(string wish, Followed followed) =>
        wish switch
        {
            "pause" => followed.Paused is null,
            "resume" => followed.Paused is not null,
            _ => true,
        };

    private async Task<Reply> RemoveAsync(Followed followed, FeedAsk ask, CancellationToken cancellation)
    {
        var (title, remove) = (new Strong(followed.Name), $"remove #{followed.Feed.Id}");
        if (ask.IsDeclined)
            return Reply.Of(ask.Edition.Line("feed.stays", ("title", title)));
        if (!ask.IsSure)
            return Reply.Of(
                ask.Edition.Line("feed.remove-sure", ("title", title)),
                ask.Button("button.remove", $"{remove} yes:yes"),
                ask.Button("button.keep", $"{remove} yes:no")
            );
        await book.UnfollowAsync(ask.Place, followed.Feed.Id, cancellation);
        return Reply.Of(
            ask.Edition.Line("feed.removed", ("title", title)),
            ask.Button("button.add-again", $"add \"{followed.Feed.Url.AbsoluteUri}\"{Again(followed)} yes:yes")
        );
    }

    /// <summary>As it was followed.</summary>
    private static string Again(Followed followed) =>
        (followed.Title.Length > 0 ? $" title:\"{followed.Title}\"" : "")
        + (followed.Folder.Length > 0 ? $" folder:\"{followed.Folder}\"" : "")
        + (followed.IsFullText ? " text:full" : "");

    /// <summary>Asked for what is so already, it is said again and nothing changes.</summary>
    private async Task<Reply> PauseAsync(Followed followed, FeedAsk ask, CancellationToken cancellation)
    {
        await book.PauseAsync(ask.Place, followed.Feed.Id, cancellation);
        return Reply.Of(
            ask.Edition.Line("feed.paused", ("title", new Strong(followed.Name))),
            ask.Button("button.resume", $"resume #{followed.Feed.Id}"),
            ask.Button("button.remove", $"remove #{followed.Feed.Id}")
        );
    }

    private async Task<Reply> ResumeAsync(Followed followed, FeedAsk ask, CancellationToken cancellation)
    {
        if (await book.ResumeAsync(ask.Place, followed.Feed.Id, cancellation))
            bell.Ring();
        return Reply.Of(
            ask.Edition.Line(
                followed.Feed.State == FeedState.Gone ? "feed.resumed-gone" : "feed.resumed",
                ("title", new Strong(followed.Name))
            ),
            ask.Button("button.pause", $"pause #{followed.Feed.Id}"),
            ask.Button("button.remove", $"remove #{followed.Feed.Id}")
        );
    }

    private async Task<Reply> TextWhichAsync(FeedAsk ask, CancellationToken cancellation)
    {
        var (followed, answer) = await lookup.FindAsync(ask, f => $"text #{f.Feed.Id}", _ => true, cancellation);
        return followed is null
            ? answer! // As above.
            : Reply.Of(
                ask.Edition.Line(
                    followed.IsFullText ? "feed.text-is-full" : "feed.text-is-teaser",
                    ("title", new Strong(followed.Name))
                ),
                TextButton(followed, ask, !followed.IsFullText)
            );
    }

    private async Task<Reply> SetTextAsync(Followed followed, FeedAsk ask, CancellationToken cancellation)
    {
        var isFull = ask.IsFullText == true;
        await book.SetFullTextAsync(ask.Place, followed.Feed.Id, isFull, cancellation);
        return Reply.Of(
            ask.Edition.Line(
                isFull ? "feed.text-is-full" : "feed.text-is-teaser",
                ("title", new Strong(followed.Name))
            ),
            TextButton(followed, ask, !isFull)
        );
    }

    private static ReplyButton TextButton(Followed followed, FeedAsk ask, bool isFull) =>
        isFull
            ? ask.Button("button.full-text", $"text #{followed.Feed.Id} text:full")
            : ask.Button("button.teasers", $"text #{followed.Feed.Id} text:teaser");
}
