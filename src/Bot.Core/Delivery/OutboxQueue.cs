using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Delivery;

/// <summary>
/// What the courier does with the rows of the outbox: who takes one, what came of it. Every change names the state that
/// it starts from, so that of two processes one is first.
/// </summary>
internal sealed class OutboxQueue(Database database, Outbox outbox, TimeProvider time)
{
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
              AND {OutboxLine.Unpaused}
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
