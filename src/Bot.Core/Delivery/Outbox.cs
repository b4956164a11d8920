using System.Data.Common;
using System.Security.Cryptography;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Delivery;

/// <summary>
/// Everything that is to be posted, as rows: the one way by which anything leaves. Rows of one destination go out in
/// the order in which they were queued.
/// </summary>
public sealed class Outbox(Database database, TimeProvider time)
{
    /// <summary>For how long a row is a process's own after it took it; a process that lives settles it sooner.</summary>
    internal static readonly TimeSpan Hold = TimeSpan.FromMinutes(3);

    /// <summary>This process, among those that share the store.</summary>
    internal string Me { get; } = RandomNumberGenerator.GetHexString(16, lowercase: true);

    /// <summary>
    /// Queues the parts of one message in the caller's transaction: they are posted when it commits, or never. Ring the
    /// <see cref="DeliveryBell"/> then.
    /// </summary>
    /// <param name="ledger">The row of the digest's ledger that they belong to, null where they are no digest.</param>
    /// <param name="isMine">True where this process posts them at once and no other may take them meanwhile.</param>
    /// <returns>The batch.</returns>
    public async Task<long> EnqueueAsync(
        DbTransaction transaction,
        Destination destination,
        IReadOnlyList<Reply> parts,
        long? ledger,
        bool isMine,
        CancellationToken cancellation
    )
    {
        var connection = transaction.Connection!; // Null only once the transaction is over.
        var now = time.GetUtcNow();
        var batch = await connection.ExecuteScalarAsync<long>(
            new CommandDefinition(
                "SELECT COALESCE(MAX(batch), 0) + 1 FROM outbox",
                transaction: transaction,
                cancellationToken: cancellation
            )
        );
        var rows = parts.Select(
            (reply, i) =>
                new
                {
                    destination = destination.ToString(),
                    batch,
                    part = i + 1,
                    ledger,
                    reply = reply.ToJson(),
                    key = NewKey(),
                    now = StoredInstant.Write(now),
                    holder = isMine ? Me : null,
                    until = isMine ? StoredInstant.Write(now + Hold) : null,
                }
        );
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO outbox (destination, batch, part, ledger, reply, key, not_before, holder, held_until, created)
                VALUES (@destination, @batch, @part, @ledger, @reply, @key, @now, @holder, @until, @now)
                """,
                rows,
                transaction,
                cancellationToken: cancellation
            )
        );
        return batch;
    }

    public Task<IReadOnlyList<OutboxItem>> BatchAsync(long batch, CancellationToken cancellation) =>
        OutboxRow.QueryAsync(
            database,
            $"SELECT {OutboxRow.Columns} FROM outbox WHERE batch = @batch ORDER BY part, piece",
            new { batch },
            cancellation
        );

    /// <summary>What an administrator should know of: posts that failed or whose fate nobody knows, newest first.</summary>
    public Task<IReadOnlyList<OutboxItem>> TroubledAsync(int count, CancellationToken cancellation) =>
        OutboxRow.QueryAsync(
            database,
            $"SELECT {OutboxRow.Columns} FROM outbox WHERE state IN ('unknown', 'failed', 'untrue') ORDER BY id DESC LIMIT @count",
            new { count },
            cancellation
        );

    public async Task<bool> HasOpenAsync(Destination destination, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(
                "SELECT EXISTS (SELECT 1 FROM outbox WHERE destination = @destination AND state IN ('waiting', 'sending'))",
                new { destination = destination.ToString() },
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>24 letters: Discord takes no longer one.</summary>
    internal static string NewKey() => RandomNumberGenerator.GetHexString(24, lowercase: true);
}
