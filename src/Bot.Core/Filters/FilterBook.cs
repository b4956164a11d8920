using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Filters;

/// <summary>The rules of each place.</summary>
public sealed class FilterBook(Database database, TimeProvider time)
{
    public const int MostInPlace = 50;

    /// <summary>In the order in which they were made: a list numbers them so.</summary>
    public async Task<IReadOnlyList<FilterRule>> OfAsync(Destination place, CancellationToken cancellation) =>
        (await OfAllAsync([place], cancellation)).GetValueOrDefault(place, []);

    /// <returns>Those of the places that have rules.</returns>
    public async Task<IReadOnlyDictionary<Destination, IReadOnlyList<FilterRule>>> OfAllAsync(
        IReadOnlyCollection<Destination> places,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<string, FilterRow, (string Place, FilterRow Row)>(
            new CommandDefinition(
                """
                SELECT f.destination, f.id, f.effect, f.words, f.field, f.outlet, f.sources, f.quoted, f.about, f.language, f.name
                FROM json_each(@places) j CROSS JOIN filters f ON f.destination = j.value ORDER BY f.id
                """,
                new { places = JsonSerializer.Serialize(places.Select(p => p.ToString())) },
                cancellationToken: cancellation
            ),
            (place, row) => (place, row)
        );
        var rules = rows.ToLookup(r => r.Place, r => r.Row.ToRule(), StringComparer.Ordinal);
        return places
            .Where(p => rules.Contains(p.ToString()))
            .ToDictionary(p => p, IReadOnlyList<FilterRule> (p) => [.. rules[p.ToString()].OfType<FilterRule>()]);
    }

    /// <summary>Those of a chat and of all places in it, place by place.</summary>
    public async Task<IReadOnlyList<(Destination Place, FilterRule Rule)>> InChatAsync(
        Destination chat,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var rows = await connection.QueryAsync<string, FilterRow, (string Place, FilterRow Row)>(
            new CommandDefinition(
                """
                SELECT destination, id, effect, words, field, outlet, sources, quoted, about, language, name
                FROM filters
                WHERE destination = @chat OR destination >= @chat || '/' AND destination < @chat || '0'
                ORDER BY destination, id
                """,
                new { chat = chat.ToString() },
                cancellationToken: cancellation
            ),
            (place, row) => (place, row)
        );
        return
        [
            .. from row in rows
            let place = Destination.TryParse(row.Place)
            let rule = row.Row.ToRule()
            where place is not null && rule is not null
            select (place.Value, rule),
        ];
    }

    /// <param name="madeBy">The platform and its id of the person.</param>
    public async Task<FilterOutcome> AddAsync(
        Destination place,
        FilterRule rule,
        string madeBy,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = connection.BeginTransaction(deferred: false);
        var row = FilterRow.Of(rule);
        var values = new DynamicParameters(row);
        values.Add("place", place.ToString());
        values.Add("madeBy", madeBy);
        values.Add("now", StoredInstant.Write(time.GetUtcNow()));
        var (known, count) = await connection.QuerySingleAsync<(long?, long)>(
            new CommandDefinition(
                """
                SELECT (SELECT id FROM filters WHERE destination = @place AND effect = @Effect AND words = @Words
                          AND field = @Field AND outlet = @Outlet AND quoted = @Quoted AND about = @About
                          AND language = @Language),
                       (SELECT COUNT(*) FROM filters WHERE destination = @place)
                """,
                values,
                transaction,
                cancellationToken: cancellation
            )
        );
        if (known is { } id)
            return new FilterOutcome.WasThere(new FilterId(id));
        if (count >= MostInPlace)
            return new FilterOutcome.PlaceIsFull();
        var added = await connection.ExecuteScalarAsync<long>(
            new CommandDefinition(
                """
                INSERT INTO filters
                  (destination, effect, words, field, outlet, sources, quoted, about, language, name, made_by, made)
                VALUES (@place, @Effect, @Words, @Field, @Outlet, @Sources, @Quoted, @About, @Language, @Name, @madeBy, @now)
                RETURNING id
                """,
                values,
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
        return new FilterOutcome.Added(new FilterId(added));
    }

    /// <returns>False where it is gone.</returns>
    public async Task<bool> RemoveAsync(Destination place, FilterId rule, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
                new CommandDefinition(
                    "DELETE FROM filters WHERE destination = @place AND id = @id",
                    new { place = place.ToString(), id = rule.Value },
                    cancellationToken: cancellation
                )
            ) > 0;
    }
}

/// <summary>What became of a rule that somebody made.</summary>
public abstract record FilterOutcome
{
    public sealed record Added(FilterId Id) : FilterOutcome;

    /// <summary>The place has that very rule.</summary>
    public sealed record WasThere(FilterId Id) : FilterOutcome;

    /// <summary>It has <see cref="FilterBook.MostInPlace"/>.</summary>
    public sealed record PlaceIsFull : FilterOutcome;
}
