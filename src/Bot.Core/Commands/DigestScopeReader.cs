using Bot.Core.Chat;
using Bot.Core.Commands.Feeds;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests.Schedules;
using Bot.Core.Feeds.Following;
using Bot.Core.Topics;

namespace Bot.Core.Commands;

/// <summary>Reads what of all that is new a digest is to tell: <c>topics:energy,sport</c>, <c>feeds:"Example World",BBC</c>.</summary>
internal sealed class DigestScopeReader(TopicBook topics, FeedBook feeds)
{
    public const string Topics = "topics";
    public const string Feeds = "feeds";

    /// <summary>So many of each: a command that plans it again has to hold them all.</summary>
    private const int MostNamed = 15;

    private const string Marks = "\"“”„«»'";

    /// <summary>What is not said stays as it was; "all" takes it away.</summary>
    /// <returns>The scope, or what is wrong.</returns>
    public async Task<(DigestScope? Scope, Reply? Wrong)> ReadAsync(
        DigestAsk ask,
        DigestScope? before,
        CancellationToken cancellation
    )
    {
        var scope = before ?? DigestScope.All;
        if (ask.Said(Topics) is { } typed)
        {
            var (names, wrong) = await TopicsAsync(typed, ask, cancellation);
            if (names is null)
                return (null, wrong);
            scope = scope with { Topics = names };
        }

        if (ask.Said(Feeds) is { } listed)
        {
            var (addresses, wrong) = await FeedsAsync(listed, ask, cancellation);
            if (addresses is null)
                return (null, wrong);
            scope = scope with { Feeds = addresses };
        }

        return (scope, null);
    }

    private async Task<(IReadOnlyList<string>? Names, Reply? Wrong)> TopicsAsync(
        string typed,
        DigestAsk ask,
        CancellationToken cancellation
    )
    {
        if (IsAll(typed))
            return ([], null);
        var known = await topics.OfAsync(ask.Place, cancellation);
        var named = new List<string>();
        foreach (var part in Parts(typed))
        {
            if (TopicPick.Find(part, known) is not { } topic)
                return (
                    null,
                    Reply.Of(
                        TopicNames.NoSuch(
                            part,
                            known,
                            words => new CommandHint($"/topic {words}{PlaceMeant.Option(ask.Place, ask.Meant.Asked)}"),
                            ask.Edition
                        )
                    )
                );
            named.Add(topic.Name);
        }

        return Bounded(named, ask);
    }

    private async Task<(IReadOnlyList<string>? Addresses, Reply? Wrong)> FeedsAsync(
        string typed,
        DigestAsk ask,
        CancellationToken cancellation
    )
    {
        if (IsAll(typed))
            return ([], null);
        var followed = await feeds.OfAsync(ask.Place, cancellation);
        var addresses = new List<string>();
        foreach (var part in FeedParts(typed, followed))
        {
            var found = FeedPick.Find(part, followed);
            if (found is not [var one])
                return (
                    null,
                    Reply.Of(
                        NoFeed(part, found, followed, ask),
                        new ReplyButton(
                            ask.Edition.Say("button.feeds"),
                            $"/feed list{PlaceMeant.Option(ask.Place, ask.Meant.Asked)}"
                        )
                    )
                );
            addresses.Add(one.Feed.Url.AbsoluteUri);
        }

        return Bounded(addresses, ask);
    }

    /// <summary>A name may have a comma in it, and so may an address: several of those may stand apart by blanks.</summary>
    private static string[] FeedParts(string typed, IReadOnlyList<Followed> followed)
    {
        string[] apart = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return IsOne(typed.Trim()) ? [typed.Trim()]
            : Array.TrueForAll(apart, a => a.Contains("://", StringComparison.Ordinal) && IsOne(a)) ? apart
            : Parts(typed);

        bool IsOne(string part) => FeedPick.Find(part, followed) is [_];
    }

    private static IReadOnlyList<Inline> NoFeed(
        string typed,
        IReadOnlyList<Followed> found,
        IReadOnlyList<Followed> followed,
        DigestAsk ask
    )
    {
        var edition = ask.Edition;
        if (found.Count > 1)
            return edition.Line(
                "digest.feeds-several",
                ("name", Excerpt.Of(typed)),
                ("names", edition.And([.. found.Take(MostNamed).Select(f => edition.InMarks(f.Name))]))
            );
        return FeedPick.Nearest(typed, followed) is { } nearest
            ? edition.Line("feed.no-such-near", ("name", Excerpt.Of(typed)), ("nearest", new Strong(nearest)))
            : edition.Line("feed.no-such", ("name", Excerpt.Of(typed)));
    }

    private static (IReadOnlyList<string>?, Reply?) Bounded(IReadOnlyList<string> named, DigestAsk ask) =>
        named.Distinct(StringComparer.Ordinal).ToList() is { Count: <= MostNamed } some
            ? (some, null)
            : (null, Reply.Of(ask.Edition.Line("digest.scope-many", ("count", MostNamed))));

    private static bool IsAll(string typed) =>
        typed.Trim().Equals(DigestScope.AllWord, StringComparison.OrdinalIgnoreCase);

    private static string[] Parts(string typed) =>
        [.. typed.Split(',').Select(p => p.Trim().Trim(Marks.ToCharArray()).Trim()).Where(p => p.Length > 0)];
}
