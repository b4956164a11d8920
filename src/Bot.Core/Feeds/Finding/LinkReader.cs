using Bot.Core.Articles;
using Bot.Core.Articles.Aside;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Feeds.Items;
using Bot.Core.Feeds.Pages;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Feeds.Finding;

/// <summary>Reads the article behind a link that somebody gave, within the guard and so many a person and hour.</summary>
public sealed class LinkReader(
    Fetcher fetcher,
    AsideShelf aside,
    ArticleStore articles,
    Database database,
    TimeProvider time
)
{
    public const int MostInAnHour = 20;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>A page read within so long is not asked for again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <param name="reader">An article of a feed that the reader's chat follows is taken from there.</param>
    /// <param name="person">Whose limit counts: the platform and its id of the person.</param>
    public async Task<LinkReading> ReadAsync(Uri url, Audience reader, string person, CancellationToken cancellation)
    {
        var known = await KnownAsync(url, reader, cancellation);
        if (known is not null && !Teaser.Is(known.Text) || known is { IsWithdrawn: true })
            return new LinkReading.Read(known);
        if (!await TryCountAsync(person, cancellation))
            return known is null ? new LinkReading.TooMany(MostInAnHour) : new LinkReading.Read(known);
        var request = new FetchRequest(url, FetchedKind.Page) { IsAwaited = true };
        var outcome = await fetcher.FetchAsync(request, cancellation);
        if (outcome is not FetchOutcome.Fetched && known is not null)
            return new LinkReading.Read(known);
        if (outcome is not FetchOutcome.Fetched fetched)
            return new LinkReading.Failed(
                ((outcome as FetchOutcome.Failed)?.Fault ?? FetchFault.Refused).ToString(),
                url.Host
            );
        var source = new FeedSource(fetched.Url, fetched.Headers.ContentType);
        return
            PageReader.TryRead(fetched.Bytes, source, out _) is { } page
            && await aside.PutAsync(
                new AsideText(page.Text, fetched.Url.Host)
                {
                    Title = page.Title,
                    Author = page.Byline,
                    Published = page.Published,
                    Url = url,
                    IsLinked = true,
                },
                reader,
                cancellation
            )
                is { } article
            ? new LinkReading.Read(article)
            : new LinkReading.NoArticle(url.Host);
    }

    /// <summary>Of a feed that the chat follows, or read just now for somebody in it.</summary>
    private async Task<Article?> KnownAsync(Uri url, Audience reader, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var id = await connection.ExecuteScalarAsync<long?>(
            new CommandDefinition(
                """
                SELECT COALESCE(
                  (SELECT i.article FROM feed_items i JOIN follows w ON w.feed = i.feed AND w.chat = @chat
                   WHERE i.link = @link AND i.article IS NOT NULL ORDER BY i.last_seen DESC LIMIT 1),
                  (SELECT a.id FROM articles a
                   WHERE a.url = @url AND a.origin = @aside AND a.withdrawn_at >= @fresh ORDER BY a.id DESC LIMIT 1))
                """,
                new
                {
                    chat = reader.Chat,
                    link = WebLink.Canonical(url.AbsoluteUri),
                    url = url.AbsoluteUri,
                    aside = AsideShelf.LinkedBy(reader),
                    fresh = StoredInstant.Write(time.GetUtcNow() - Fresh),
                },
                cancellationToken: cancellation
            )
        );
        return id is { } article ? await articles.FindAsync(new ArticleId(article), reader, cancellation) : null;
    }

    private async Task<bool> TryCountAsync(string person, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(
                new CommandDefinition(
                    """
                    DELETE FROM link_reads WHERE at < @before;
                    INSERT INTO link_reads (person, at)
                    SELECT @person, @now WHERE (SELECT COUNT(*) FROM link_reads WHERE person = @person) < @most;
                    SELECT changes();
                    """,
                    new
                    {
                        person,
                        most = MostInAnHour,
                        now = StoredInstant.Write(now),
                        before = StoredInstant.Write(now - Hour),
                    },
                    cancellationToken: cancellation
                )
            ) > 0;
    }
}
