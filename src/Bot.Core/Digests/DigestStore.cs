using System.Data.Common;
using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Digests;

/// <summary>The digests that were planned in chats, as rows.</summary>
public sealed class DigestStore(Database database, TimeProvider time)
{
    /// <summary>Its own address and all that begin with it and a slash, as an index finds them.</summary>
    private const string OfChat =
        "WHERE d.destination = @chat OR d.destination >= @chat || '/' AND d.destination < @chat || '0'";

    /// <param name="chat">Null for all.</param>
    public async Task<DigestPlan> ReadAsync(Destination? chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<DigestRow>(
            new CommandDefinition(
                $"""
                SELECT d.id AS Id, d.destination AS Destination, d.name AS Name, d.at AS At, d.every AS Every,
                  d.days AS Days, d.zone AS Zone, d.quiet AS Quiet, d.size AS Size, d.grace AS Grace, d.cap AS Cap,
                  d.gather AS Gather, d.language AS Language, d.topics AS Topics,
                  d.feeds AS Feeds, d.threaded AS Threaded, d.paused AS Paused, d.made_by AS MadeBy,
                  here.quiet AS QuietHere, around.quiet AS QuietAround
                FROM digests d
                LEFT JOIN places here ON here.chat = d.destination
                LEFT JOIN places around ON around.chat = substr(d.destination, 1, instr(d.destination || '/', '/') - 1)
                {(chat is null ? "" : OfChat)}
                ORDER BY d.destination, d.at = '', d.at, d.id
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
                INSERT INTO digests (destination, name, name_key, at, every, days, zone, quiet, size, grace, cap, gather,
                  language, topics, feeds, threaded, made_by, made)
                VALUES (@Destination, @Name, @Key, @At, @Every, @Days, @Zone, @Quiet, @Size, @Grace, @Cap, @Gather,
                  @Language, @Topics, @Feeds, @Threaded, @MadeBy, @Now)
                ON CONFLICT DO NOTHING
                """,
                new DigestValues(schedule) { MadeBy = madeBy, Now = Now() },
                transaction,
                cancellationToken: cancellation
            )
        );
        await OweNothingYetAsync(transaction, schedule, cancellation);
        if (added > 0)
            await transaction.CommitAsync(cancellation);
        return added > 0;
    }

    /// <summary>
    /// Under another name it stays the same digest: what the ledger has of it goes along, so that no slot runs twice,
    /// not even where the clock is set back.
    /// </summary>
    /// <returns>False where it is gone, or the place has another of that name.</returns>
    public async Task<bool> EditAsync(PlannedDigest digest, DigestSchedule changed, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var edited = await connection.ExecuteAsync(
            new CommandDefinition(
                """
                UPDATE OR IGNORE digests SET name = @Name, name_key = @Key, at = @At, every = @Every, days = @Days,
                  zone = @Zone, quiet = @Quiet, size = @Size, grace = @Grace, cap = @Cap, gather = @Gather,
                  language = @Language, topics = @Topics, feeds = @Feeds,
                  threaded = @Threaded
                WHERE id = @Id
                """,
                new DigestValues(changed) { Id = digest.Id },
                transaction,
                cancellationToken: cancellation
            )
        );
        if (edited == 0)
            return false;
        if (changed.Name != digest.Name)
            await RenameAsync(transaction, digest, changed.Name, cancellation);
        if (changed.Name != digest.Name || changed.Terms != digest.Schedule.Terms)
            await OweNothingYetAsync(transaction, changed, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
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

    /// <summary>A slot that both names have had stays with the new one, as it is there.</summary>
    private static Task<int> RenameAsync(
        DbTransaction transaction,
        PlannedDigest digest,
        string name,
        CancellationToken cancellation
    ) =>
        transaction.Connection!.ExecuteAsync(
            new CommandDefinition(
                """
                UPDATE OR IGNORE digest_ledger SET digest = @name WHERE destination = @destination AND digest = @before;
                DELETE FROM digest_terms WHERE destination = @destination AND digest = @before
                """,
                new
                {
                    destination = digest.Destination.ToString(),
                    before = digest.Name,
                    name,
                },
                transaction,
                cancellationToken: cancellation
            )
        );

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
}
