using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Delivery;

/// <summary>
/// The outbox as the courier works through it: who is first in line, who takes it, what came of it. Every change
/// names the state that it starts from, so that of two processes one is first.
/// </summary>
internal sealed class OutboxQueue(Database database, Outbox outbox, TimeProvider time)
{
    private const string OpenRows = """
        state IN ('waiting', 'sending')
        AND NOT (state = 'waiting' AND holder IS NOT NULL AND holder <> @me AND held_until > @now)
        """;

    /// <summary>Said in the words of the index of open rows: what was sent long ago is not looked through.</summary>
    private const string InFlight = "state IN ('waiting', 'sending') AND state = 'sending'";

    /// <summary>A topic of a chat that is closed is closed with it.</summary>
    private const string Unpaused = """
        NOT EXISTS (
          SELECT 1 FROM paused_destinations p
          WHERE p.destination = outbox.destination OR p.destination = outbox.chat AND NOT p.one_topic
        )
        """;

    /// <summary>The destinations with something to post, and when the first of it is due (a row in flight: when it is given up).</summary>
    public async Task<IReadOnlyList<(Destination Destination, DateTimeOffset Due)>> HeadsAsync(
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        var heads = await connection.QueryAsync<(string Destination, string Due)>(
            new CommandDefinition(
                $"""
                SELECT destination, CASE state WHEN 'sending' THEN held_until ELSE not_before END
                FROM (
                  SELECT destination, state, held_until, not_before, batch,
                    ROW_NUMBER() OVER (PARTITION BY destination ORDER BY batch, part, piece) AS place
                  FROM outbox
                  WHERE {OpenRows} AND {Unpaused}
                )
                WHERE place = 1 ORDER BY batch
                """,
                new { me = outbox.Me, now = Now() },
                cancellationToken: cancellation
            )
        );
        return
        [
            .. heads
                .Select(h => (Destination: Chat.Destination.TryParse(h.Destination), h.Due))
                .Where(h => h.Destination is not null)
                // A row that cannot be read is due: its own place stumbles over it, and no other.
                .Select(h => (h.Destination!.Value, StoredInstant.TryRead(h.Due) ?? DateTimeOffset.MinValue)),
        ];
    }

    /// <returns>The destination's first open row where it may be posted now, else null.</returns>
    public async Task<OutboxItem?> NextAsync(Destination destination, CancellationToken cancellation)
    {
        var first = await OutboxRow.QueryAsync(
            database,
            $"""
            SELECT {OutboxRow.Columns} FROM outbox
            WHERE destination = @destination AND {OpenRows} AND {Unpaused}
            ORDER BY batch, part, piece LIMIT 1
            """,
            new
            {
                destination = destination.ToString(),
                me = outbox.Me,
                now = Now(),
            },
            cancellation
        );
        return first is [{ State: OutboxState.Waiting } item] && item.NotBefore <= time.GetUtcNow() ? item : null;
    }

    /// <summary>Marks the row as being posted. False where another process was first.</summary>
    public Task<bool> TryClaimAsync(OutboxItem item, CancellationToken cancellation) =>
        ChangeAsync(
            $"""
            UPDATE outbox SET state = 'sending', attempts = attempts + 1, holder = @me, held_until = @until,
              tried = COALESCE(tried, @now)
            WHERE id = @Id AND state = 'waiting' AND not_before <= @now
              AND (holder IS NULL OR holder = @me OR held_until <= @now)
              AND NOT EXISTS (
                SELECT 1 FROM (SELECT destination AS busy FROM outbox WHERE {InFlight}) WHERE busy = outbox.destination
              )
              AND {Unpaused}
            """,
            new
            {
                item.Id,
                me = outbox.Me,
                now = Now(),
                until = StoredInstant.Write(time.GetUtcNow() + Outbox.Hold),
            },
            cancellation
        );

    /// <summary>It was posted; that holds also where the row was given up meanwhile.</summary>
    /// <param name="hasMore">True where the reply goes on: its next page is queued behind it in the same transaction.</param>
    public async Task SentAsync(
        OutboxItem item,
        IReadOnlyList<string> messageIds,
        bool hasMore,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var changed = await connection.ExecuteAsync(
            new CommandDefinition(
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
                transaction,
                cancellationToken: cancellation
            )
        );
        if (changed > 0 && hasMore)
            await connection.ExecuteAsync(
                new CommandDefinition(
                    $"""
                    {MakeRoom}
                    INSERT INTO outbox (destination, chat, batch, part, piece, ledger, reply, key, page, expires, not_before, created)
                    SELECT destination, chat, batch, part, piece + 1, ledger, reply, @key, page + 1, expires, @now, @now
                    FROM outbox WHERE id = @Id;
                    """,
                    new
                    {
                        item.Id,
                        item.Batch,
                        item.Part,
                        key = Outbox.NewKey(),
                        now = Now(),
                    },
                    transaction,
                    cancellationToken: cancellation
                )
            );
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>It was not posted, as far as anybody knows, and waits. It is free for every process.</summary>
    /// <param name="item">As it was before this try.</param>
    /// <param name="isInDoubt">True where this try may have been shown all the same.</param>
    public Task<bool> WaitAsync(
        OutboxItem item,
        DateTimeOffset until,
        string? why,
        CancellationToken cancellation,
        bool isInDoubt = false
    ) =>
        ChangeAsync(
            """
            UPDATE outbox SET state = 'waiting', not_before = @until, why = @why, attempts = @Attempts,
              tried = CASE WHEN @isInDoubt THEN tried ELSE @tried END, holder = NULL, held_until = NULL
            WHERE id = @Id AND state IN ('waiting', 'sending')
            """,
            new
            {
                item.Id,
                item.Attempts,
                until = StoredInstant.Write(until),
                why,
                isInDoubt,
                tried = item.Tried is { } tried ? StoredInstant.Write(tried) : null,
            },
            cancellation
        );

    /// <param name="state">Unknown, failed or untrue.</param>
    public Task<bool> CloseAsync(OutboxItem item, OutboxState state, string why, CancellationToken cancellation) =>
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

    /// <summary>Decides on a row that was left in flight; false where it was settled since it was read.</summary>
    /// <param name="fate">Waiting or unknown.</param>
    public Task<bool> TryTakeUpAsync(OutboxItem item, OutboxState fate, string why, CancellationToken cancellation) =>
        ChangeAsync(
            """
            UPDATE outbox SET state = @state, why = @why, not_before = @now, holder = NULL, held_until = NULL,
              settled = CASE @state WHEN 'unknown' THEN @now END
            WHERE id = @Id AND state = 'sending' AND attempts = @Attempts
            """,
            new
            {
                item.Id,
                item.Attempts,
                state = Written(fate),
                why = fate == OutboxState.Waiting ? null : why,
                now = Now(),
            },
            cancellation
        );

    /// <summary>Puts two messages in the place of one, under keys of their own.</summary>
    public async Task CutAsync(OutboxItem item, Reply first, Reply second, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                $"""
                {MakeRoom}
                INSERT INTO outbox (destination, chat, batch, part, piece, ledger, reply, key, expires, not_before, created)
                SELECT destination, chat, batch, part, piece + 1, ledger, @second, @secondKey, expires, @now, @now
                FROM outbox WHERE id = @Id;

                UPDATE outbox SET reply = @first, key = @firstKey, state = 'waiting', attempts = 0, not_before = @now,
                  tried = NULL, holder = NULL, held_until = NULL
                WHERE id = @Id;
                """,
                new
                {
                    item.Id,
                    item.Batch,
                    item.Part,
                    first = first.ToJson(),
                    firstKey = Outbox.NewKey(),
                    second = second.ToJson(),
                    secondKey = Outbox.NewKey(),
                    now = Now(),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Rows in flight whose process is gone, or that nobody has settled in time.</summary>
    public async Task<IReadOnlyList<OutboxItem>> AbandonedAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var holders = await connection.QueryAsync<string>(
            new CommandDefinition(
                $"SELECT DISTINCT holder FROM outbox WHERE {InFlight} AND holder <> @me",
                new { me = outbox.Me },
                cancellationToken: cancellation
            )
        );
        return await OutboxRow.QueryAsync(
            database,
            $"SELECT {OutboxRow.Columns} FROM outbox WHERE {InFlight} AND (held_until <= @now OR holder IN @over)",
            new { now = Now(), over = holders.Where(ProcessMark.IsOver).ToList() },
            cancellation
        );
    }

    /// <summary>Forgets the text of what was posted long ago; the ledger remembers that it was.</summary>
    public Task<bool> ForgetSentAsync(DateTimeOffset before, CancellationToken cancellation) =>
        ChangeAsync(
            "DELETE FROM outbox WHERE state = 'sent' AND settled < @before",
            new { before = StoredInstant.Write(before) },
            cancellation
        );

    /// <summary>For a row behind the one of the id.</summary>
    private const string MakeRoom = """
        UPDATE outbox SET piece = piece + 1
        WHERE batch = @Batch AND part = @Part AND piece > (SELECT piece FROM outbox WHERE id = @Id);
        """;

    private string Now() => StoredInstant.Write(time.GetUtcNow());

    private async Task<bool> ChangeAsync(string sql, object values, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: cancellation)) > 0;
    }

    private static string Written(OutboxState state) => state.ToString().ToLowerInvariant();
}
