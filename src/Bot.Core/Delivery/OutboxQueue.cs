using System.Runtime.CompilerServices;
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
    /// <summary>Rows of a table or alias that are to be posted and that no other process holds.</summary>
    private static string Open(string row) =>
        $"""
            {row}.state IN ('waiting', 'sending')
            AND NOT (
              {row}.state = 'waiting' AND {row}.holder IS NOT NULL AND {row}.holder <> @me AND {row}.held_until > @now
            )
            """;

    /// <summary>A row whose instant cannot be read is due: its own place stumbles over it, and no other.</summary>
    private const string Due = "(not_before <= @now OR NOT not_before GLOB '[0-9]*')";

    /// <summary>A topic of a chat that is closed is closed with it.</summary>
    private const string Unpaused = """
        NOT EXISTS (
          SELECT 1 FROM paused_destinations p
          WHERE p.destination = outbox.destination OR p.destination = outbox.chat AND NOT p.one_topic
        )
        """;

    /// <summary>The places of a platform whose first row is due, those where somebody waits for an answer first; read as far as it is asked for.</summary>
    public async IAsyncEnumerable<Destination> HeadsAsync(
        string platform,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        var heads = connection.QueryUnbufferedAsync<string>(
            $"""
            SELECT destination FROM outbox
            WHERE platform = @platform AND state = 'waiting' AND {Due} AND {Open("outbox")} AND {Unpaused}
              AND NOT EXISTS (
                SELECT 1 FROM outbox ahead
                WHERE ahead.destination = outbox.destination
                  AND (ahead.batch, ahead.part, ahead.piece) < (outbox.batch, outbox.part, outbox.piece)
                  AND {Open("ahead")}
              )
            ORDER BY answers IS NULL AND edits IS NULL, batch, part, piece
            """,
            new
            {
                platform,
                me = outbox.Me,
                now = Now(),
            }
        );
        await foreach (var head in heads.WithCancellation(cancellation))
        {
            if (Destination.TryParse(head) is { } destination)
                yield return destination;
        }
    }

    /// <summary>When to look again though nothing has come: the next row is due, or one in flight is given up.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var next = await connection.ExecuteScalarAsync<string?>(
            new CommandDefinition(
                """
                SELECT MIN(at) FROM (
                  SELECT MIN(not_before) AS at FROM outbox WHERE state = 'waiting' AND not_before > @now
                  UNION ALL
                  SELECT MIN(held_until) FROM outbox WHERE state = 'sending' AND held_until > @now
                )
                """,
                new { now = Now() },
                cancellationToken: cancellation
            )
        );
        return next is null ? null : StoredInstant.TryRead(next);
    }

    /// <returns>The destination's first open row where it may be posted now, else null.</returns>
    public async Task<OutboxItem?> NextAsync(Destination destination, CancellationToken cancellation)
    {
        var first = await OutboxRow.QueryAsync(
            database,
            $"""
            SELECT {OutboxRow.Columns} FROM outbox
            WHERE destination = @destination AND {Open("outbox")} AND {Unpaused}
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
                SELECT 1 FROM (SELECT destination AS busy FROM outbox WHERE state IN ('waiting', 'sending') AND state = 'sending') WHERE busy = outbox.destination
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
                    INSERT INTO outbox (destination, chat, batch, part, piece, ledger, thread, reply, key, page, expires, not_before, created)
                    SELECT destination, chat, batch, part, piece + 1, ledger, thread, reply, @key, page + 1, expires, @now, @now
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
                INSERT INTO outbox (destination, chat, batch, part, piece, ledger, thread, reply, key, expires, not_before, created)
                SELECT destination, chat, batch, part, piece + 1, ledger, thread, @second, @secondKey, expires, @now, @now
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
                $"SELECT DISTINCT holder FROM outbox WHERE state = 'sending' AND holder <> @me",
                new { me = outbox.Me },
                cancellationToken: cancellation
            )
        );
        return await OutboxRow.QueryAsync(
            database,
            $"SELECT {OutboxRow.Columns} FROM outbox WHERE state = 'sending' AND (held_until <= @now OR holder IN @over)",
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
