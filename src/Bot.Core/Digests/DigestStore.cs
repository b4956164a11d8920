using System.Data.Common;
using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places.Zones;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Digests;

/// <summary>The digests that were planned in chats, as rows.</summary>
public sealed class DigestStore(Database database, TimeProvider time)
{
    /// <summary>Its own address and all that begin with it and a slash, as an index finds them.</summary>
    private const string OfChat =
        "WHERE destination = @chat OR destination >= @chat || '/' AND destination < @chat || '0'";

    /// <param name="chat">Null for all.</param>
    public async Task<DigestPlan> ReadAsync(Destination? chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<DigestRow>(
            new CommandDefinition(
                $"""
                SELECT id AS Id, destination AS Destination, name AS Name, at AS At, days AS Days, zone AS Zone,
                  size AS Size, paused AS Paused, made_by AS MadeBy
                FROM digests
                {(chat is null ? "" : OfChat)}
                ORDER BY destination, at, id
                """,
                new { chat = chat?.ToString() },
                cancellationToken: cancellation
            )
        );
        var planned = new List<PlannedDigest>();
        var stranded = new List<StrandedDigest>();
        foreach (var row in rows)
        {
            // Another version of the program may have written a place, a time or days that this one cannot read.
            if (Destination.TryParse(row.Destination) is not { } destination)
                continue;
            if (row.ToSchedule(destination) is { } schedule)
                planned.Add(
                    new(row.Id, schedule, row.Paused is null ? null : StoredInstant.Read(row.Paused))
                    {
                        MadeBy = row.MadeBy,
                    }
                );
            else
                stranded.Add(new(row.Id, destination, row.Name, row.Zone));
        }

        return new DigestPlan(planned, stranded);
    }

    /// <returns>False where the place has one of that name.</returns>
    public async Task<bool> TryAddAsync(DigestSchedule schedule, string madeBy, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var added = await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO digests (destination, name, name_key, at, days, zone, size, made_by, made)
                VALUES (@destination, @name, @key, @at, @days, @zone, @size, @madeBy, @now)
                ON CONFLICT DO NOTHING
                """,
                new
                {
                    destination = schedule.Destination.ToString(),
                    name = schedule.Name,
                    key = schedule.Name.ToUpperInvariant(),
                    at = schedule.At.ToString("HH:mm", CultureInfo.InvariantCulture),
                    days = schedule.Days.ToString(),
                    zone = schedule.Zone.Id,
                    size = schedule.Order.Size.ToString().ToLowerInvariant(),
                    madeBy,
                    now = Now(),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        await OweNothingYetAsync(transaction, schedule, cancellation);
        if (added > 0)
            await transaction.CommitAsync(cancellation);
        return added > 0;
    }

    public async Task<bool> RemoveAsync(long id, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
                new CommandDefinition("DELETE FROM digests WHERE id = @id", new { id }, cancellationToken: cancellation)
            ) > 0;
    }

    public async Task<bool> PauseAsync(PlannedDigest digest, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
                new CommandDefinition(
                    "UPDATE digests SET paused = @now WHERE id = @Id AND paused IS NULL",
                    new { digest.Id, now = Now() },
                    cancellationToken: cancellation
                )
            ) > 0;
    }

    public async Task<bool> ResumeAsync(PlannedDigest digest, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var resumed = await connection.ExecuteAsync(
            new CommandDefinition(
                "UPDATE digests SET paused = NULL WHERE id = @Id AND paused IS NOT NULL",
                new { digest.Id },
                transaction,
                cancellationToken: cancellation
            )
        );
        await OweNothingYetAsync(transaction, digest.Schedule, cancellation);
        if (resumed > 0)
            await transaction.CommitAsync(cancellation);
        return resumed > 0;
    }

    /// <summary>Its slots are owed from now on; those that would have been while it was not there or paused are not.</summary>
    private Task<int> OweNothingYetAsync(
        DbTransaction transaction,
        DigestSchedule schedule,
        CancellationToken cancellation
    ) =>
        transaction.Connection!.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO digest_terms (destination, digest, terms, since) VALUES (@destination, @digest, @terms, @now)
                ON CONFLICT (destination, digest) DO UPDATE SET terms = excluded.terms, since = excluded.since
                """,
                new
                {
                    destination = schedule.Destination.ToString(),
                    digest = schedule.Name,
                    terms = schedule.Terms,
                    now = Now(),
                },
                transaction,
                cancellationToken: cancellation
            )
        );

    private string Now() => StoredInstant.Write(time.GetUtcNow());

    private sealed record DigestRow(
        long Id,
        string Destination,
        string Name,
        string At,
        string Days,
        string Zone,
        string Size,
        string? Paused,
        string MadeBy
    )
    {
        /// <returns>Null where this machine does not know the zone.</returns>
        public DigestSchedule? ToSchedule(Destination destination) =>
            ZoneNames.TryFind(Zone) is { } zone
            && ClockTime.TryParse(At) is { } at
            && DigestDays.TryParse(Days) is { } days
            && Enum.TryParse<DigestSize>(Size, ignoreCase: true, out var size)
                ? new DigestSchedule(new DigestOrder(Name, destination, zone, size), at, days)
                : null;
    }
}
