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

    private const string OpenRows = """
        state IN ('waiting', 'sending')
        AND NOT (state = 'waiting' AND holder IS NOT NULL AND holder <> @me AND held_until > @now)
        """;

    private const string ItemColumns = """
        id AS Id, destination AS Destination, batch AS Batch, part AS Part, reply AS Reply, key AS Key, state AS State,
        attempts AS Attempts, not_before AS NotBefore, message_ids AS MessageIds, why AS Why, created AS Created
        """;

    /// <summary>This process, among those that share the store.</summary>
    private readonly string _me = RandomNumberGenerator.GetHexString(16, lowercase: true);

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
                    holder = isMine ? _me : null,
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
        QueryAsync(
            $"SELECT {ItemColumns} FROM outbox WHERE batch = @batch ORDER BY part, piece",
            new { batch },
            cancellation
        );

    /// <summary>What an administrator should know of: posts that failed or whose fate nobody knows, newest first.</summary>
    public Task<IReadOnlyList<OutboxItem>> TroubledAsync(int count, CancellationToken cancellation) =>
        QueryAsync(
            $"SELECT {ItemColumns} FROM outbox WHERE state IN ('unknown', 'failed', 'untrue') ORDER BY id DESC LIMIT @count",
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

    /// <summary>The destinations with something to post, and when the first of it is due (a row in flight: when it is given up).</summary>
    internal async Task<IReadOnlyList<(Destination Destination, DateTimeOffset Due)>> HeadsAsync(
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        var heads = await connection.QueryAsync<(string Destination, string Due)>(
            new CommandDefinition(
                $"""
                SELECT destination, CASE state WHEN 'sending' THEN held_until ELSE not_before END
                FROM (
                  SELECT *, ROW_NUMBER() OVER (PARTITION BY destination ORDER BY batch, part, piece) AS place
                  FROM outbox
                  WHERE {OpenRows} AND destination NOT IN (SELECT destination FROM paused_destinations)
                )
                WHERE place = 1
                """,
                new { me = _me, now = Now() },
                cancellationToken: cancellation
            )
        );
        return
        [
            .. heads
                .Select(h => (Destination: Chat.Destination.TryParse(h.Destination), h.Due))
                .Where(h => h.Destination is not null)
                .Select(h => (h.Destination!.Value, StoredInstant.Read(h.Due))),
        ];
    }

    /// <returns>The destination's first open row where it may be posted now, else null.</returns>
    internal async Task<OutboxItem?> NextAsync(Destination destination, CancellationToken cancellation)
    {
        var first = await QueryAsync(
            $"""
            SELECT {ItemColumns} FROM outbox
            WHERE destination = @destination AND {OpenRows}
              AND destination NOT IN (SELECT destination FROM paused_destinations)
            ORDER BY batch, part, piece LIMIT 1
            """,
            new
            {
                destination = destination.ToString(),
                me = _me,
                now = Now(),
            },
            cancellation
        );
        return first is [{ State: OutboxState.Waiting } item] && item.NotBefore <= time.GetUtcNow() ? item : null;
    }

    /// <summary>Marks the row as being posted. False where another process was first.</summary>
    internal Task<bool> TryClaimAsync(OutboxItem item, CancellationToken cancellation) =>
        ChangeAsync(
            """
            UPDATE outbox SET state = 'sending', attempts = attempts + 1, holder = @me, held_until = @until
            WHERE id = @Id AND state = 'waiting' AND not_before <= @now
              AND (holder IS NULL OR holder = @me OR held_until <= @now)
              AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.destination = outbox.destination AND o.state = 'sending')
              AND NOT EXISTS (SELECT 1 FROM paused_destinations p WHERE p.destination = outbox.destination)
            """,
            new
            {
                item.Id,
                me = _me,
                now = Now(),
                until = StoredInstant.Write(time.GetUtcNow() + Hold),
            },
            cancellation
        );

    /// <summary>It was posted; that holds also where the row was given up meanwhile.</summary>
    internal Task<bool> SentAsync(OutboxItem item, IReadOnlyList<string> messageIds, CancellationToken cancellation) =>
        ChangeAsync(
            """
            UPDATE outbox SET state = 'sent', message_ids = @ids, why = NULL, holder = NULL, held_until = NULL, settled = @now
            WHERE id = @Id AND state IN ('sending', 'unknown')
            """,
            new
            {
                item.Id,
                ids = string.Join('\n', messageIds),
                now = Now(),
            },
            cancellation
        );

    /// <summary>It was not posted, and waits. What no one may hold any longer is free for every process.</summary>
    internal Task<bool> WaitAsync(OutboxItem item, DateTimeOffset until, string? why, CancellationToken cancellation) =>
        ChangeAsync(
            """
            UPDATE outbox SET state = 'waiting', not_before = @until, why = @why, holder = NULL, held_until = NULL
            WHERE id = @Id AND state IN ('waiting', 'sending')
            """,
            new
            {
                item.Id,
                until = StoredInstant.Write(until),
                why,
            },
            cancellation
        );

    /// <param name="state">Unknown, failed or untrue.</param>
    internal Task<bool> CloseAsync(OutboxItem item, OutboxState state, string why, CancellationToken cancellation) =>
        ChangeAsync(
            """
            UPDATE outbox SET state = @state, why = @why, holder = NULL, held_until = NULL, settled = @now
            WHERE id = @Id AND state IN ('waiting', 'sending')
            """,
            new
            {
                item.Id,
                state = Written(state),
                why,
                now = Now(),
            },
            cancellation
        );

    /// <summary>Puts two messages in the place of one, under keys of their own.</summary>
    internal async Task CutAsync(OutboxItem item, Reply first, Reply second, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                UPDATE outbox SET piece = piece + 1
                WHERE batch = @Batch AND part = @Part AND piece > (SELECT piece FROM outbox WHERE id = @Id);

                INSERT INTO outbox (destination, batch, part, piece, ledger, reply, key, not_before, created)
                SELECT destination, batch, part, piece + 1, ledger, @second, @secondKey, @now, @now FROM outbox WHERE id = @Id;

                UPDATE outbox SET reply = @first, key = @firstKey, state = 'waiting', attempts = 0, not_before = @now,
                  holder = NULL, held_until = NULL
                WHERE id = @Id;
                """,
                new
                {
                    item.Id,
                    item.Batch,
                    item.Part,
                    first = first.ToJson(),
                    firstKey = NewKey(),
                    second = second.ToJson(),
                    secondKey = NewKey(),
                    now = Now(),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Rows in flight that nobody has settled in time: the process that posted them is gone.</summary>
    internal Task<IReadOnlyList<OutboxItem>> AbandonedAsync(CancellationToken cancellation) =>
        QueryAsync(
            $"SELECT {ItemColumns} FROM outbox WHERE state = 'sending' AND held_until <= @now",
            new { now = Now() },
            cancellation
        );

    /// <summary>Forgets the text of what was posted long ago; the ledger remembers that it was.</summary>
    internal Task<bool> ForgetSentAsync(DateTimeOffset before, CancellationToken cancellation) =>
        ChangeAsync(
            "DELETE FROM outbox WHERE state = 'sent' AND settled < @before",
            new { before = StoredInstant.Write(before) },
            cancellation
        );

    /// <summary>24 letters: Discord takes no longer one.</summary>
    private static string NewKey() => RandomNumberGenerator.GetHexString(24, lowercase: true);

    private string Now() => StoredInstant.Write(time.GetUtcNow());

    private async Task<bool> ChangeAsync(string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellation)) > 0;
    }

    private async Task<IReadOnlyList<OutboxItem>> QueryAsync(string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<OutboxRow>(
            new CommandDefinition(sql, values, cancellationToken: cancellation)
        );
        return [.. rows.Select(r => r.ToItem()).OfType<OutboxItem>()];
    }

    private static string Written(OutboxState state) => state.ToString().ToLowerInvariant();

    private sealed record OutboxRow(
        long Id,
        string Destination,
        long Batch,
        long Part,
        string Reply,
        string Key,
        string State,
        long Attempts,
        string NotBefore,
        string? MessageIds,
        string? Why,
        string Created
    )
    {
        public OutboxItem? ToItem() =>
            Chat.Destination.TryParse(Destination) is { } destination
                ? new OutboxItem(
                    Id,
                    destination,
                    Batch,
                    (int)Part,
                    Reply,
                    Key,
                    Enum.Parse<OutboxState>(State, ignoreCase: true),
                    (int)Attempts,
                    StoredInstant.Read(NotBefore),
                    MessageIds is null ? [] : MessageIds.Split('\n', StringSplitOptions.RemoveEmptyEntries),
                    Why,
                    StoredInstant.Read(Created)
                )
                : null;
    }
}
