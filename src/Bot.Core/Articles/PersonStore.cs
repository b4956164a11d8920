using System.Globalization;
using Bot.Core.Spelling;
using Bot.Core.Storage;
using Bot.Text.Names;
using Dapper;

namespace Bot.Core.Articles;

/// <summary>Who and what the articles speak of, over all of them that have been read and not withdrawn.</summary>
public sealed class PersonStore(Database database)
{
    private const string Grouped = """
        SELECT p.type, p.folded, COUNT(*) AS articles, SUM(p.mentions) AS mentions, SUM(p.quotations) AS quotations,
          MIN(a.listed_at || '/' || a.id) AS first, MAX(a.listed_at || '/' || a.id) AS last, MIN(p.name) AS name
        FROM people p JOIN articles a ON a.id = p.article AND a.withdrawn_at IS NULL
        """;

    /// <summary>Who is of note is told by the newest: a store of years is not added up to complete a name.</summary>
    private const int MostLookedAt = 2_000;

    private const int MostCompared = 2_000;

    /// <summary>All of one type in the newest articles that the audience sees, those in most of them first.</summary>
    public async Task<IReadOnlyList<PersonSeen>> PeopleAsync(
        EntityType type,
        Audience audience,
        int count,
        int skip,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var newest = await new ArticleLists(connection).NewestAsync(
            new Sieve(audience, ArticleFilter.None),
            MostLookedAt,
            0,
            cancellation
        );
        var rows = await QueryAsync<SeenRow>(
            $"""
            {Grouped} WHERE p.article IN (SELECT value FROM json_each(@newest)) AND p.type = @type GROUP BY p.folded
            ORDER BY articles DESC, mentions DESC, p.folded LIMIT @count OFFSET @skip
            """,
            new
            {
                newest = $"[{string.Join(',', newest)}]",
                type = PeopleRows.Write(type),
                count,
                skip,
            },
            cancellation
        );
        return [.. rows.Select(r => r.ToSeen())];
    }

    /// <summary>
    /// Everyone who is called so in some article that the audience sees: in full, by a shorter form, by the last name; without case and accents.
    /// Those in most articles first; empty where nobody is.
    /// </summary>
    public async Task<IReadOnlyList<PersonSeen>> FindPersonAsync(
        string name,
        Audience audience,
        CancellationToken cancellation
    )
    {
        var rows = await QueryAsync<SeenRow>(
            $"""
            {Grouped} AND {Sieve.SeenBy(audience)} WHERE (p.type, p.folded) IN (
              SELECT q.type, q.folded FROM person_names n JOIN people q ON q.article = n.article AND q.entity = n.entity
              WHERE n.folded = @folded)
            GROUP BY p.type, p.folded ORDER BY articles DESC, mentions DESC, p.folded
            """,
            new { folded = Unaccented.Of(name), chat = audience.Chat },
            cancellation
        );
        return [.. Merged([.. rows]).Select(r => r.ToSeen())];
    }

    /// <summary>Persons whose name, or a word of it, is near to one that nobody has, as a slip of the typing hand would leave it: nearest first.</summary>
    public async Task<IReadOnlyList<PersonSeen>> NearestPeopleAsync(
        string name,
        Audience audience,
        int count,
        CancellationToken cancellation
    )
    {
        var typed = Unaccented.Of(name);
        var known = await PeopleAsync(EntityType.Person, audience, MostCompared, 0, cancellation);
        return
        [
            .. known
                .Select(p => (Person: p, Slips: SlipsIn(typed, Unaccented.Of(p.Name))))
                .Where(p => p.Slips is not null)
                .OrderBy(p => p.Slips)
                .Select(p => p.Person)
                .Take(count),
        ];
    }

    /// <summary>The articles that speak of them, newest first.</summary>
    public async Task<IReadOnlyList<ArticleId>> ArticlesNamingAsync(
        PersonSeen person,
        Audience audience,
        int count,
        int skip,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await QueryAsync<long>(
                    $"""
                    SELECT a.id FROM people p JOIN articles a ON a.id = p.article AND a.withdrawn_at IS NULL
                    WHERE {Sieve.SeenBy(audience)} AND p.type = @type AND p.folded = @folded
                    GROUP BY a.id ORDER BY a.listed_at DESC, a.id DESC LIMIT @count OFFSET @skip
                    """,
                    new
                    {
                        type = PeopleRows.Write(person.Type),
                        folded = Unaccented.Of(person.Name),
                        chat = audience.Chat,
                        count,
                        skip,
                    },
                    cancellation
                )
            ).Select(id => new ArticleId(id)),
        ];

    /// <summary>Articles that know a person by the last name alone count for the one who is known by more, if there is just one.</summary>
    private static List<SeenRow> Merged(List<SeenRow> rows)
    {
        var merged = rows.ToList();
        foreach (var brief in rows.Where(r => !r.Folded.Contains(' ', StringComparison.Ordinal)))
        {
            var fuller = merged.FindAll(r =>
                r.Type == brief.Type && r.Folded.EndsWith(" " + brief.Folded, StringComparison.Ordinal)
            );
            if (fuller is not [var one])
                continue;
            merged[merged.IndexOf(one)] = one.With(brief);
            merged.Remove(brief);
        }

        return merged;
    }

    private static int? SlipsIn(string typed, string name) =>
        Slips.Between(typed, name) ?? name.Split(' ').Min(word => Slips.Between(typed, word));

    private async Task<IEnumerable<T>> QueryAsync<T>(string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        return await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellation));
    }

    /// <summary>Properties and no constructor: of an empty answer SQLite cannot say what type an expression has.</summary>
    private sealed record SeenRow
    {
        public string Type { get; init; } = "";

        public string Folded { get; init; } = "";

        public long Articles { get; init; }

        public long Mentions { get; init; }

        public long Quotations { get; init; }

        public string First { get; init; } = "";

        public string Last { get; init; } = "";

        public string Name { get; init; } = "";

        public SeenRow With(SeenRow other) =>
            this with
            {
                Articles = Articles + other.Articles,
                Mentions = Mentions + other.Mentions,
                Quotations = Quotations + other.Quotations,
                First = string.CompareOrdinal(First, other.First) <= 0 ? First : other.First,
                Last = string.CompareOrdinal(Last, other.Last) >= 0 ? Last : other.Last,
            };

        public PersonSeen ToSeen() =>
            new(
                PeopleRows.Read(Type),
                Name,
                (int)Articles,
                (int)Mentions,
                (int)Quotations,
                Sighting(First),
                Sighting(Last)
            );

        private static PersonSighting Sighting(string stored)
        {
            var slash = stored.IndexOf('/', StringComparison.Ordinal);
            return new PersonSighting(
                new ArticleId(long.Parse(stored.AsSpan(slash + 1), CultureInfo.InvariantCulture)),
                StoredInstant.Read(stored[..slash])
            );
        }
    }
}
