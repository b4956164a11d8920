using Bot.Core.Spelling;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Articles;

/// <summary>Where the articles that an audience sees come from.</summary>
public sealed class OutletStore(Database database)
{
    private const int MostOutlets = 500;

    /// <summary>A feed may gather what many outlets wrote: those of its newest articles are known by their own names.</summary>
    private const int MostLookedAt = 500;

    /// <summary>By name; several feeds of one name are one outlet.</summary>
    public async Task<IReadOnlyList<Outlet>> SeenByAsync(Audience audience, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var found = new List<Outlet>();
        var feeds = await connection.QueryAsync<(long Id, string Given, string Title, string Url, string? Site)>(
            new CommandDefinition(
                """
                SELECT d.id, f.title, d.title, d.url, d.site FROM follows f JOIN feeds d ON d.id = f.feed
                WHERE f.chat = @chat ORDER BY d.id
                """,
                new { chat = audience.Chat },
                cancellationToken: cancellation
            )
        );
        found.AddRange(feeds.Select(f => OfFeed(f.Id, f.Given, f.Title, f.Url, f.Site)));

        // From one source of the seeds to the next, by the index: there are few, of however many articles.
        var seeds = await connection.QueryAsync<(string Source, string? Url)>(
            new CommandDefinition(
                $"""
                WITH RECURSIVE known (source) AS (
                  SELECT MIN(a.source) FROM articles a INDEXED BY articles_seeds_source WHERE a.withdrawn_at IS NULL AND {Sieve.IsSeed}
                  UNION ALL
                  SELECT (SELECT MIN(a.source) FROM articles a INDEXED BY articles_seeds_source
                          WHERE a.withdrawn_at IS NULL AND {Sieve.IsSeed} AND a.source > known.source)
                  FROM known WHERE known.source IS NOT NULL)
                SELECT known.source,
                       (SELECT a.url FROM articles a INDEXED BY articles_seeds_source WHERE a.withdrawn_at IS NULL AND {Sieve.IsSeed} AND a.source = known.source
                        {Sieve.NewestFirst} LIMIT 1)
                FROM known WHERE known.source IS NOT NULL LIMIT @most
                """,
                new { most = MostOutlets },
                cancellationToken: cancellation
            )
        );
        found.AddRange(seeds.Select(s => new Outlet(s.Source, HostsOf(s.Url), [s.Source], [])));

        var newest = await new ArticleLists(connection).NewestAsync(
            new Sieve(audience, ArticleFilter.None),
            MostLookedAt,
            0,
            cancellation
        );
        var sources = await connection.QueryAsync<string>(
            new CommandDefinition(
                "SELECT DISTINCT source FROM articles WHERE id IN (SELECT value FROM json_each(@newest))",
                new { newest = $"[{string.Join(',', newest)}]" },
                cancellationToken: cancellation
            )
        );
        found.AddRange(sources.Select(s => new Outlet(s, [], [s], [])));

        return
        [
            .. found
                .GroupBy(o => Unaccented.Of(o.Name), StringComparer.Ordinal)
                .Where(g => g.Key.Length > 0)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Outlet.Of(g.First().Name, [.. g])),
        ];
    }

    private static Outlet OfFeed(long id, string given, string title, string url, string? site)
    {
        string[] hosts = [.. HostsOf(url).Union(HostsOf(site))];
        string[] sources = [.. new[] { given, title }.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal)];
        return new Outlet(sources.Concat(hosts).FirstOrDefault() ?? url, hosts, sources, [id]);
    }

    private static string[] HostsOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? [Outlet.BareHost(uri.IdnHost)]
            : [];
}
