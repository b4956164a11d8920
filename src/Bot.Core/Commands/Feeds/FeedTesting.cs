using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Finding;

namespace Bot.Core.Commands.Feeds;

/// <summary><c>/feed test URL</c>: what would be read there, and what is wrong with it. Follows nothing.</summary>
internal sealed class FeedTesting(FeedTester tester, FeedLookup lookup, FeedWords words, TimeProvider time)
{
    private const int MostFeeds = 10;

    public async Task<Reply> AnswerAsync(FeedAsk ask, CancellationToken cancellation)
    {
        if (ask.Name is not { } typed)
            return Reply.Of(ask.Edition.Line("feed.test-what", ("example", ask.Hint("test https://…"))));
        // A feed that is followed may be tested by its name.
        var (url, wrong) = FeedAddress.Read(ask, typed);
        if (url is null && await lookup.FindNamedAsync(ask, cancellation) is { } named)
            url = named.Feed.Url;
        if (url is null)
            return wrong!; // One or the other.
        return await tester.TryAsync(url, cancellation) switch
        {
            FeedTrial.Read { Document.Format: FeedFormat.Opml } list => Reply.Of(
                ask.Edition.Line("feed.test-list", ("host", url.Host), ("count", list.Document.Feeds.Count)),
                ask.Button("button.look", $"import \"{url.AbsoluteUri}\"", isInPlace: false)
            ),
            FeedTrial.Read read => Report(ask, url, read),
            FeedTrial.Page page => Page(ask, page),
            FeedTrial.Failed failed => FeedPreview.Nothing(ask, url, new FeedFound.None(failed.Fault, failed.Words)),
            _ => throw new InvalidOperationException("A visit brings a feed, a page or a fault."),
        };
    }

    private static Reply Page(FeedAsk ask, FeedTrial.Page page) =>
        page.Feeds.Count == 0
            ? FeedPreview.Nothing(ask, page.Url, new FeedFound.None(nameof(FeedFault.Page), page.Url.Host))
            : Reply.Of(
                ask.Edition.Line("feed.page", ("host", page.Url.Host), ("count", page.Feeds.Count)),
                [
                    .. page
                        .Feeds.Take(MostFeeds)
                        .Select(f => new ReplyButton(FeedPreview.Label(f), ask.Line($"test \"{f.AbsoluteUri}\""))),
                ]
            );

    private Reply Report(FeedAsk ask, Uri url, FeedTrial.Read read)
    {
        var (edition, exam) = (ask.Edition, read.Exam);
        var glance = FeedGlance.Of(read.Document, time.GetUtcNow());
        return new Reply([
            new ParagraphBlock([
                new Strong(glance.Title ?? url.Host),
                new Plain(
                    $" · {FeedWords.Format(read.Document.Format)} · {read.Encoding} · {edition.Say("feed.test-size", ("count", (read.Bytes + 1023) / 1024))}"
                ),
            ]),
            new BulletBlock([
                edition.Line("feed.test-items", ("count", exam.Items)),
                .. exam.Dated > 0
                    ?
                    [
                        edition.Line(
                            "feed.test-dates",
                            ("count", exam.Dated),
                            ("newest", words.Ago(exam.Newest!.Value, edition)), // A dated item has a date.
                            ("oldest", words.Ago(exam.Oldest!.Value, edition))
                        ),
                    ]
                    : Array.Empty<IReadOnlyList<Inline>>(),
                edition.Line(
                    "feed.test-text",
                    ("whole", glance.Whole),
                    ("teasers", glance.Teasers),
                    ("empty", glance.Empty)
                ),
                .. glance.PerDay is { } perDay
                    ?
                    [
                        [new Plain(FeedWords.Pace(perDay, edition))],
                    ]
                    : Array.Empty<IReadOnlyList<Inline>>(),
                .. read.Url != url
                    ? [edition.Line("feed.test-led", ("host", $"{read.Url.Host}{read.Url.AbsolutePath}"))]
                    : Array.Empty<IReadOnlyList<Inline>>(),
            ]),
            .. Wrong(exam, ask) is { Count: > 0 } wrong
                ? new ReplyBlock[] { new ParagraphBlock(edition.Line("feed.test-wrong")), new BulletBlock(wrong) }
                : [new ParagraphBlock(edition.Line("feed.test-well"))],
            new ButtonBlock([ask.Button("button.add", $"add \"{url.AbsoluteUri}\"", isInPlace: false)]),
        ]);
    }

    private static IReadOnlyList<IReadOnlyList<Inline>> Wrong(FeedExam exam, FeedAsk ask) =>
        [
            .. new (string Key, int Count)[]
            {
                ("feed.test-no-items", exam.Items == 0 ? 1 : 0),
                ("feed.test-undated", exam.Items - exam.Dated),
                ("feed.test-future", exam.Future),
                ("feed.test-no-id", exam.WithoutId),
                ("feed.test-shared-id", exam.SharedIds),
                ("feed.test-no-link", exam.WithoutLink),
                ("feed.test-shared-link", exam.SharedLinks),
                ("feed.test-repeated", exam.Repeated),
            }
                .Where(w => w.Count > 0)
                .Select(w => ask.Edition.Line(w.Key, ("count", w.Count))),
        ];
}
