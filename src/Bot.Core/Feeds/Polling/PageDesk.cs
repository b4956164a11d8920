using Bot.Core.Articles;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Feeds.Pages;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Feeds.Polling;

/// <summary>Reads the pages of items whose feed carries a teaser, for those who want their articles whole.</summary>
public sealed partial class PageDesk(
    Fetcher fetcher,
    Database database,
    ArticleStore articles,
    ArticleIntake intake,
    TimeProvider time,
    ILogger<PageDesk> log
)
{
    private const int MostTries = 4;

    /// <summary>Of one site at a look: it is asked slowly and must not fill all places.</summary>
    private const int MostOfHost = 8;

    /// <summary>What a page must have more than the feed to be the whole of it.</summary>
    private const double WholeAgainstTeaser = 1.2;

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(10);

    /// <summary>The pages that are due, of the newest items first.</summary>
    public async Task<IReadOnlyList<WantedPage>> DueAsync(int most, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var (due, ofHost) = (new List<WantedPage>(), new Dictionary<string, int>(StringComparer.Ordinal));
        // Read one by one: of a site with thousands no more is held than is returned.
        var rows = connection.QueryUnbufferedAsync<(
            long Feed,
            string Key,
            string Origin,
            long Article,
            string Url,
            long TeaserLetters,
            long Tries
        )>(
            """
            SELECT i.feed, i.key, i.origin, a.id, a.url, i.teaser_letters, i.page_tries FROM feed_items i JOIN articles a ON a.id = i.article
            WHERE i.page = 'wanted' AND i.page_next <= @now AND a.url IS NOT NULL AND a.withdrawn_at IS NULL
            ORDER BY i.first_seen DESC
            """,
            new { now = Now() }
        );
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            var url = new Uri(row.Url);
            var host = FetchAddress.Lane(url);
            if ((ofHost[host] = ofHost.GetValueOrDefault(host) + 1) > MostOfHost)
                continue;
            due.Add(
                new WantedPage(
                    new FeedId(row.Feed),
                    row.Key,
                    row.Origin,
                    new ArticleId(row.Article),
                    url,
                    (int)row.TeaserLetters,
                    (int)row.Tries
                )
            );
            if (due.Count == most)
                break;
        }

        return due;
    }

    public async Task ReadAsync(WantedPage wanted, CancellationToken cancellation)
    {
        try
        {
            await AskAsync(wanted, cancellation);
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            LogBroke(broken, wanted.Feed, wanted.Article);
            await PutOffAsync(wanted, mayPass: true, failed: null, cancellation);
        }
    }

    private async Task AskAsync(WantedPage wanted, CancellationToken cancellation)
    {
        var outcome = await fetcher.FetchAsync(new FetchRequest(wanted.Url, FetchedKind.Page), cancellation);
        if (outcome is not FetchOutcome.Fetched fetched)
        {
            var failed = outcome as FetchOutcome.Failed;
            var mayPass =
                failed?.Fault
                is FetchFault.Busy
                    or FetchFault.Broken
                    or FetchFault.TooSlow
                    or FetchFault.NoConnection
                    or FetchFault.UnknownHost
                    or FetchFault.Garbled;
            await PutOffAsync(wanted, mayPass, failed, cancellation);
            return;
        }

        var source = new FeedSource(fetched.Url, fetched.Headers.ContentType);
        var page = PageReader.TryRead(fetched.Bytes, source, out _);
        if (
            await articles.FindAsync(wanted.Article, Audience.Desk, cancellation) is not { } article
            || page is null
            || page.Text.Length < wanted.TeaserLetters * WholeAgainstTeaser
        )
        {
            await RefuseAsync(wanted, cancellation);
            return;
        }

        await FileAsync(wanted, article, page, cancellation);
    }

    private async Task FileAsync(WantedPage wanted, Article article, PageArticle page, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        // Under another origin's name the article is that one's to change.
        var isOwn = await connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(
                "SELECT EXISTS (SELECT 1 FROM articles WHERE id = @id AND origin = @Origin)",
                new { id = article.Id.Value, wanted.Origin },
                cancellationToken: cancellation
            )
        );
        var whole = new ArticleCopy(
            article.Source,
            article.Title,
            article.HasOwnTitle,
            article.Url,
            article.Author ?? page.Byline,
            article.Published ?? page.Published,
            page.Text
        );
        await intake.FileAllAsync(
            connection,
            isOwn ? [(wanted.Origin, (IReadOnlyList<ArticleCopy>)[whole])] : [],
            transaction =>
                connection.ExecuteAsync(
                    """
                    UPDATE feed_items SET page = 'read', is_whole = 1, page_next = NULL,
                      article = COALESCE((SELECT id FROM articles WHERE origin = @Origin AND item = 0 AND withdrawn_at IS NULL),
                                         (SELECT article FROM twins WHERE origin = @Origin AND item = 0), article)
                    WHERE feed = @feed AND key = @Key
                    """,
                    new
                    {
                        feed = wanted.Feed.Value,
                        wanted.Key,
                        wanted.Origin,
                    },
                    transaction
                ),
            cancellation
        );
    }

    /// <summary>A page that is not there, or that its site keeps to itself, is not asked for again.</summary>
    private async Task PutOffAsync(
        WantedPage wanted,
        bool mayPass,
        FetchOutcome.Failed? failed,
        CancellationToken cancellation
    )
    {
        if (!mayPass || wanted.Tries + 1 >= MostTries)
        {
            await RefuseAsync(wanted, cancellation);
            LogRefused(wanted.Url.GetLeftPart(UriPartial.Path), failed?.Words ?? "");
            return;
        }

        var wait = FirstWait * Math.Pow(4, wanted.Tries);
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "UPDATE feed_items SET page_tries = page_tries + 1, page_next = @next WHERE feed = @feed AND key = @Key",
                new
                {
                    feed = wanted.Feed.Value,
                    wanted.Key,
                    next = StoredInstant.Write(
                        time.GetUtcNow() + (failed?.RetryAfter > wait ? failed.RetryAfter.Value : wait)
                    ),
                },
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>A page that was read once and is closed now leaves its text: nothing that the feed has is better.</summary>
    private async Task RefuseAsync(WantedPage wanted, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                UPDATE feed_items SET page = CASE WHEN is_whole THEN 'read' ELSE 'refused' END, page_next = NULL
                WHERE feed = @feed AND key = @Key
                """,
                new { feed = wanted.Feed.Value, wanted.Key },
                cancellationToken: cancellation
            )
        );
    }

    private string Now() => StoredInstant.Write(time.GetUtcNow());

    [LoggerMessage(101, LogLevel.Error, "The page of article {ArticleId} of feed {FeedId} could not be filed")]
    private partial void LogBroke(Exception broken, FeedId feedId, ArticleId articleId);

    [LoggerMessage(116, LogLevel.Information, "The page {Url} is not read for its whole text: {Why}")]
    private partial void LogRefused(string url, string why);
}
