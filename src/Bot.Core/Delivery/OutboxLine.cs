using System.Runtime.CompilerServices;
using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Delivery;

/// <summary>Who is next in the outbox, and when.</summary>
internal sealed class OutboxLine(Database database, Outbox outbox, TimeProvider time)
{
    /// <summary>A topic of a chat that is closed is closed with it.</summary>
    internal const string Unpaused = """
        NOT EXISTS (
          SELECT 1 FROM paused_destinations p
          WHERE p.destination = outbox.destination OR p.destination = outbox.chat AND NOT p.one_topic
        )
        """;

    /// <summary>A row whose instant cannot be read is due: its own place stumbles over it, and no other.</summary>
    private const string Due = "(not_before <= @now OR NOT not_before GLOB '[0-9]*')";

    /// <summary>Rows of a table or alias that are to be posted and that no other process holds.</summary>
    private static string Open(string row) =>
        $"""
            {row}.state IN ('waiting', 'sending')
            AND NOT (
              {row}.state = 'waiting' AND {row}.holder IS NOT NULL AND {row}.holder <> @me AND {row}.held_until > @now
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

    private string Now() => StoredInstant.Write(time.GetUtcNow());
}
