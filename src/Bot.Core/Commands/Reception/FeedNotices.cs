using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands.Feeds;
using Bot.Core.Delivery;
using Bot.Core.Feeds.Following;
using Bot.Core.Places;
using Bot.Core.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands.Reception;

/// <summary>
/// Tells a place once that a feed of its own cannot be read, once that it can again, and once that what it brought was
/// held back: one message for all that has come together.
/// </summary>
public sealed partial class FeedNotices(
    TroubleBook troubles,
    DestinationBook destinations,
    PlaceBook places,
    FeedWords words,
    Phrasebook phrasebook,
    TimeProvider time,
    ILogger<FeedNotices> log
) : BackgroundService
{
    private const int MostNamed = 10;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>Tells of all that nobody was told of yet.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        foreach (var untold in (await troubles.UntoldAsync(cancellation)).GroupBy(t => t.Followed.Place))
        {
            try
            {
                var place = await destinations.CurrentAsync(untold.Key, cancellation);
                var notice = await NoticeAsync(place, [.. untold], cancellation);
                await troubles.ToldAsync([.. untold], new Post(place, notice, Key: ""), cancellation);
            }
            catch (Exception broken) when (!cancellation.IsCancellationRequested)
            {
                // The others are told all the same; this one at the next look.
                LogUntold(broken, untold.Key);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host's start does not wait for it.
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                LogBroken(broken);
            }

            await Task.Delay(BetweenLooks, time, stoppingToken);
        }
    }

    private async Task<Reply> NoticeAsync(
        Destination place,
        IReadOnlyList<FeedTrouble> untold,
        CancellationToken cancellation
    )
    {
        var edition = phrasebook.In(await places.LanguageOfAsync(place, cancellation) ?? CultureInfo.InvariantCulture);
        var blocks = new List<ReplyBlock>();
        var failing = Of(untold, FeedTroubleKind.Failing);
        if (failing.Count > 0)
        {
            blocks.Add(new ParagraphBlock(edition.Line("feed.notice-failing", ("count", failing.Count))));
            blocks.Add(new BulletBlock(await FailingAsync(failing, place, edition, cancellation)));
            blocks.Add(
                new SmallPrintBlock(edition.Print("feed.notice-kept", ("health", new CommandHint("/feed health"))))
            );
        }

        var recovered = Of(untold, FeedTroubleKind.Recovered);
        if (recovered.Count > 0)
            blocks.Add(
                new ParagraphBlock(
                    edition.Line(
                        "feed.notice-recovered",
                        ("count", recovered.Count),
                        ("names", Named(recovered, edition))
                    )
                )
            );
        blocks.AddRange(
            Of(untold, FeedTroubleKind.Held)
                .Take(MostNamed)
                .Select(f => new ParagraphBlock(
                    edition.Line(
                        "feed.notice-held",
                        ("feed", new Strong(f.Name)),
                        ("count", f.Feed.HeldItems),
                        ("health", new CommandHint("/feed health"))
                    )
                ))
        );
        return new Reply(blocks);
    }

    private static List<Followed> Of(IEnumerable<FeedTrouble> untold, FeedTroubleKind kind) =>
        [.. untold.Where(t => t.Kind == kind).Select(t => t.Followed)];

    private async Task<IReadOnlyList<IReadOnlyList<Inline>>> FailingAsync(
        List<Followed> failing,
        Destination place,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var lines = new List<IReadOnlyList<Inline>>();
        foreach (var (feed, name) in failing.Take(MostNamed).Select(f => (f.Feed, f.Name)))
        {
            var since = await words.WhenAsync(feed.FailingSince ?? time.GetUtcNow(), place, edition, cancellation);
            lines.Add([
                new Strong(name),
                .. edition.Line(
                    "feed.notice-line",
                    ("when", since),
                    ("what", FaultWords.Of(feed.Fault, feed.Url.Host, edition))
                ),
            ]);
        }

        if (failing.Count > MostNamed)
            lines.Add(edition.Line("feed.notice-more", ("count", failing.Count - MostNamed)));
        return lines;
    }

    private static string Named(List<Followed> feeds, Edition edition) =>
        edition.And([
            .. feeds.Take(MostNamed).Select(f => edition.InMarks(f.Name)),
            .. feeds.Count > MostNamed
                ? [edition.Say("feed.notice-more", ("count", feeds.Count - MostNamed))]
                : Array.Empty<string>(),
        ]);

    [LoggerMessage(360, LogLevel.Error, "Whom to tell of feeds that fail could not be found out")]
    private partial void LogBroken(Exception broken);

    [LoggerMessage(361, LogLevel.Error, "{Place} could not be told of feeds that fail")]
    private partial void LogUntold(Exception broken, Destination place);
}
