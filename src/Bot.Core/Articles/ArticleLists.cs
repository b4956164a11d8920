using Dapper;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Articles;

/// <summary>The newest articles and their number through a sieve, by whichever way is the shorter.</summary>
internal sealed class ArticleLists(SqliteConnection connection)
{
    /// <summary>A walk goes so far before anybody asks how much there is to gather.</summary>
    private const int NearReach = 5_000;

    /// <summary>So many items are gathered and sorted in the time that a walk takes for as many articles.</summary>
    private const int MostGathered = 20_000;

    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<long>> NewestAsync(Sieve sieve, int count, int skip, CancellationToken cancellation)
    {
        var values = sieve.Values();
        values.AddDynamicParams(
            new
            {
                count,
                skip,
                most = count + skip,
                near = NearReach,
            }
        );
        var walk = $"SELECT a.id FROM articles a WHERE {sieve.Condition}";
        var end = $"{Sieve.NewestFirst} LIMIT @count OFFSET @skip";
        if (sieve.IsOpenToAll)
            return await IdsAsync($"{walk} {end}", values, cancellation);

        // What lies on this side of the horizon is all newer than what lies beyond: a full page of it is the page.
        var horizon = await connection.ExecuteScalarAsync<string?>(
            new CommandDefinition(
                """
                SELECT listed_at FROM articles WHERE withdrawn_at IS NULL
                ORDER BY listed_at DESC, id DESC LIMIT 1 OFFSET @near
                """,
                values,
                cancellationToken: cancellation
            )
        );
        if (horizon is null)
            return await IdsAsync($"{walk} {end}", values, cancellation);
        values.Add("horizon", horizon);
        var near = await IdsAsync($"{walk} AND a.listed_at >= @horizon {end}", values, cancellation);
        if (near.Count == count)
            return near;
        return await IsBroadAsync(sieve, values, cancellation)
            ? await IdsAsync($"{walk} {end}", values, cancellation)
            : await IdsAsync(
                $"SELECT a.id FROM articles a WHERE a.id IN ({sieve.Gathered(Sieve.NewestFirst)}) {end}",
                values,
                cancellation
            );
    }

    public async Task<ArticleCount> CountAsync(Sieve sieve, CancellationToken cancellation)
    {
        var values = sieve.Values();
        values.Add("most", ArticleCount.Most + 1);
        var isWalked = sieve.IsOpenToAll || sieve.HasOwnIndex && await IsBroadAsync(sieve, values, cancellation);
        var counted = isWalked
            ? $"SELECT 1 FROM articles a WHERE {sieve.Condition} LIMIT @most"
            : $"SELECT 1 FROM ({sieve.Gathered("")}) LIMIT @most";
        return ArticleCount.Of(
            await connection.ExecuteScalarAsync<int>(
                new CommandDefinition($"SELECT COUNT(*) FROM ({counted})", values, cancellationToken: cancellation)
            )
        );
    }

    /// <summary>True where the chat's feeds have shown more than is gathered in no time. An outlet's articles are few, or near.</summary>
    private async Task<bool> IsBroadAsync(Sieve sieve, DynamicParameters values, CancellationToken cancellation)
    {
        if (sieve.HasOutlet)
            return false;
        values.Add("gathered", MostGathered);
        return await connection.ExecuteScalarAsync<int>(
                new CommandDefinition(
                    """
                    SELECT COUNT(*) FROM (
                      SELECT 1 FROM follows f CROSS JOIN feed_items i ON i.feed = f.feed AND i.article IS NOT NULL
                      WHERE f.chat = @chat LIMIT @gathered)
                    """,
                    values,
                    cancellationToken: cancellation
                )
            ) == MostGathered;
    }

    private async Task<IReadOnlyList<long>> IdsAsync(
        string sql,
        DynamicParameters values,
        CancellationToken cancellation
    ) =>
        (
            await connection.QueryAsync<long>(new CommandDefinition(sql, values, cancellationToken: cancellation))
        ).AsList();
}
