using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Bot.Core.Digests.Schedules;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Digests;

/// <summary>A digest with the slots that it has missed or that are due, in order; the last one is made.</summary>
internal sealed record DueDigest(PlannedDigest Digest, IReadOnlyList<DigestSlot> Open)
{
    /// <summary>How often it was posted at its slots on the local date of the one that is due.</summary>
    public int PostedThatDay { get; init; }

    public DigestSlot Slot => Open[^1];

    /// <summary>Of a digest that comes as it happens, occasions that were not taken.</summary>
    public IReadOnlyList<DigestSlot> Missed => Digest.Schedule.Rhythm is Rhythm.AsNews ? [] : [.. Open.SkipLast(1)];
}

/// <summary>Finds which digests are due: what their schedules say and the ledger does not have.</summary>
public sealed class DigestDues(Database database, TimeProvider time)
{
    /// <summary>
    /// Those of the digests that have an open slot within the grace. Each is owed since it was first seen with its terms, so
    /// that a new digest does not begin with what would have been; of one that was removed meanwhile nothing is owed, and
    /// nothing is written down.
    /// </summary>
    internal async Task<IReadOnlyList<DueDigest>> FindAsync(
        IReadOnlyList<PlannedDigest> digests,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellation);
        var begun = await BeginAsync(connection, digests, now, cancellation);
        var slots = digests
            .Where(d => begun.ContainsKey(Key(d)))
            .Select(d => new DueDigest(
                d,
                [.. d.Schedule.SlotsBetween(Later(begun[Key(d)], now - ReachOf(d.Schedule)), now)]
            ))
            .Where(d => d.Open.Count > 0)
            .ToList();
        var had = await HadAsync(connection, slots, cancellation);
        return
        [
            .. slots
                .Select(d =>
                    d with
                    {
                        Open = [.. d.Open.Where(s => !had[Key(d.Digest, s)].Any(h => h.Slot == s.Name))],
                        PostedThatDay = had[Key(d.Digest, d.Slot)].Count(h => h.IsPosted),
                    }
                )
                .Where(d => d.Open.Count > 0 && d.Digest.Schedule.StillRuns(d.Slot, now)),
        ];
    }

    /// <summary>Notes each that is seen for the first time, or with other terms.</summary>
    /// <returns>Since when slots are owed, of those that are there.</returns>
    private static async Task<IReadOnlyDictionary<(string, string), DateTimeOffset>> BeginAsync(
        DbConnection connection,
        IReadOnlyList<PlannedDigest> digests,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        const string Asked = """
            WITH asked AS (
              SELECT value ->> 'id' AS id, value ->> 'place' AS place, value ->> 'name' AS name, value ->> 'terms' AS terms
              FROM json_each(@asked)
              WHERE value ->> 'id' IS NULL OR EXISTS (SELECT 1 FROM digests WHERE id = value ->> 'id')
            )
            """;
        var values = new
        {
            asked = JsonSerializer.Serialize(
                digests.Select(d => new
                {
                    id = d.Id,
                    place = d.Destination.ToString(),
                    name = d.Name,
                    terms = d.Schedule.Terms,
                })
            ),
            now = StoredInstant.Write(now),
        };
        await connection.ExecuteAsync(
            new CommandDefinition(
                // A beginning in the future was noted by a clock that was set back since.
                $"""
                {Asked}
                INSERT INTO digest_terms (destination, digest, terms, since)
                SELECT place, name, terms, @now FROM asked a
                WHERE NOT EXISTS (
                  SELECT 1 FROM digest_terms t
                  WHERE t.destination = a.place AND t.digest = a.name AND t.terms = a.terms AND t.since <= @now
                )
                ON CONFLICT (destination, digest) DO UPDATE SET terms = excluded.terms, since = excluded.since
                """,
                values,
                cancellationToken: cancellation
            )
        );
        var rows = await connection.QueryAsync<(string Place, string Name, string Since)>(
            new CommandDefinition(
                $"""
                {Asked}
                SELECT a.place, a.name, t.since FROM asked a
                CROSS JOIN digest_terms t ON t.destination = a.place AND t.digest = a.name
                """,
                values,
                cancellationToken: cancellation
            )
        );
        return rows.ToDictionary(r => (r.Place, r.Name), r => StoredInstant.Read(r.Since));
    }

    /// <returns>Of each local date of a digest the slots that have a row.</returns>
    private static async Task<ILookup<(string Place, string Name, string Date), (string Slot, bool IsPosted)>> HadAsync(
        DbConnection connection,
        IReadOnlyList<DueDigest> due,
        CancellationToken cancellation
    )
    {
        var rows = await connection.QueryAsync<(string Place, string Name, string Date, string Slot, bool IsPosted)>(
            new CommandDefinition(
                """
                SELECT l.destination, l.digest, l.local_date, l.slot,
                  l.state = 'owed' AND l.slot NOT LIKE 'extra %'
                FROM json_each(@asked) j CROSS JOIN digest_ledger l
                  ON l.destination = j.value ->> 'place' AND l.digest = j.value ->> 'name'
                  AND l.local_date >= j.value ->> 'first'
                """,
                new
                {
                    asked = JsonSerializer.Serialize(
                        due.Select(d => new
                        {
                            place = d.Digest.Destination.ToString(),
                            name = d.Digest.Name,
                            first = Written(d.Open[0].Date),
                        })
                    ),
                },
                cancellationToken: cancellation
            )
        );
        return rows.ToLookup(r => (r.Place, r.Name, r.Date), r => (r.Slot, r.IsPosted));
    }

    /// <summary>An occasion to tell the news that has passed is made up for by the next, and not in quiet hours.</summary>
    private static TimeSpan ReachOf(DigestSchedule schedule) =>
        schedule.Rhythm is Rhythm.AsNews ? DigestReach.OnTime : DigestReach.Longest;

    private static (string, string) Key(PlannedDigest digest) => (digest.Destination.ToString(), digest.Name);

    private static (string, string, string) Key(PlannedDigest digest, DigestSlot slot) =>
        (digest.Destination.ToString(), digest.Name, Written(slot.Date));

    private static string Written(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
