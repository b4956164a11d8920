using System.Data.Common;
using System.Security.Cryptography;
using System.Text.Json;
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

    /// <summary>The terminal's are all.</summary>
    private const string IsTroubled = "state IN ('unknown', 'failed', 'untrue') AND (@isAll OR chat = @chat)";

    /// <summary>This process, among those that share the store.</summary>
    internal string Me { get; } = ProcessMark.OfThis();

    /// <summary>Who asked has gone on by then.</summary>
    private static readonly TimeSpan AnswersKept = TimeSpan.FromHours(6);

    /// <summary>
    /// Queues the parts of one message in the caller's transaction: they are posted when it commits, or never. Ring the
    /// <see cref="DeliveryBell"/> then.
    /// </summary>
    public async Task<long> EnqueueAsync(
        DbTransaction transaction,
        Destination destination,
        IReadOnlyList<Reply> parts,
        CancellationToken cancellation
    ) => (await EnqueueAsync(transaction, [new OutboxBatch(destination, parts)], cancellation))[0];

    /// <summary>As above, for several places.</summary>
    /// <returns>The numbers of the batches, in their order.</returns>
    public async Task<IReadOnlyList<long>> EnqueueAsync(
        DbTransaction transaction,
        IReadOnlyList<OutboxBatch> batches,
        CancellationToken cancellation
    )
    {
        if (batches.Count == 0)
            return [];
        var now = time.GetUtcNow();
        var first = await NextBatchAsync(transaction, cancellation);
        var rows = batches.SelectMany(
            (batch, nth) =>
                batch.Replies.Select(
                    (reply, i) =>
                        new
                        {
                            destination = batch.Destination.ToString(),
                            chat = batch.Destination.Chat.ToString(),
                            batch = first + nth,
                            part = i + 1,
                            ledger = batch.Ledger,
                            thread = batch.Thread,
                            reply,
                            key = NewKey(),
                            now = StoredInstant.Write(now),
                            holder = batch.IsMine ? Me : null,
                            until = batch.IsMine ? StoredInstant.Write(now + Hold) : null,
                        }
                )
        );
        await transaction.Connection!.ExecuteAsync( // Null only once the transaction is over.
            new CommandDefinition(
                """
                INSERT INTO outbox
                  (destination, chat, batch, part, ledger, thread, reply, key, not_before, holder, held_until, created)
                VALUES (@destination, @chat, @batch, @part, @ledger, @thread, @reply, @key, @now, @holder, @until, @now)
                """,
                rows,
                transaction,
                cancellationToken: cancellation
            )
        );
        return [.. batches.Select((_, nth) => first + nth)];
    }

    /// <summary>Queues the answer to someone, whose pages are turned in one message, in the caller's transaction.</summary>
    /// <param name="post">Its key is not used: the row gets one of its own.</param>
    public async Task EnqueueAnswerAsync(DbTransaction transaction, Post post, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await transaction.Connection!.ExecuteAsync( // As above.
            new CommandDefinition(
                """
                INSERT INTO outbox
                  (destination, chat, batch, part, reply, key, page, turned, answers, edits, expires, not_before, created)
                VALUES (@destination, @chat, @batch, 1, @reply, @key, @Page, 1, @Answers, @Edits, @expires, @now, @now)
                """,
                new
                {
                    destination = post.Destination.ToString(),
                    chat = post.Destination.Chat.ToString(),
                    batch = await NextBatchAsync(transaction, cancellation),
                    reply = post.Reply.ToJson(),
                    key = NewKey(),
                    post.Page,
                    post.Answers,
                    post.Edits,
                    expires = StoredInstant.Write(now + AnswersKept),
                    now = StoredInstant.Write(now),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>What a message said, to turn its pages.</summary>
    /// <param name="key">The <see cref="Post.Key"/> that it was sent under.</param>
    /// <returns>Null where it is forgotten.</returns>
    public async Task<Reply?> FindReplyAsync(string key, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var reply = await connection.ExecuteScalarAsync<string?>(
            new CommandDefinition(
                "SELECT reply FROM outbox WHERE key = @key",
                new { key },
                cancellationToken: cancellation
            )
        );
        return reply is null ? null : Reply.FromJson(reply);
    }

    public Task<IReadOnlyList<OutboxItem>> BatchAsync(long batch, CancellationToken cancellation) =>
        OutboxRow.QueryAsync(
            database,
            $"SELECT {OutboxRow.Columns} FROM outbox WHERE batch = @batch ORDER BY part, piece",
            new { batch },
            cancellation
        );

    /// <summary>
    /// What an administrator should know of: posts whose fate nobody knows, which wait for somebody to say it, then those
    /// that failed; each the newest first.
    /// </summary>
    public Task<IReadOnlyList<OutboxItem>> TroubledAsync(
        Destination place,
        int count,
        CancellationToken cancellation
    ) =>
        OutboxRow.QueryAsync(
            database,
            $"""
            SELECT {OutboxRow.Columns} FROM outbox
            WHERE {IsTroubled}
            ORDER BY state = 'unknown' DESC, id DESC LIMIT @count
            """,
            new
            {
                isAll = place == Destination.Terminal,
                chat = place.Chat.ToString(),
                count,
            },
            cancellation
        );

    /// <summary>How many there are of those in all.</summary>
    public async Task<int> CountTroubledAsync(Destination place, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<int>(
            new CommandDefinition(
                $"SELECT COUNT(*) FROM outbox WHERE {IsTroubled}",
                new { isAll = place == Destination.Terminal, chat = place.Chat.ToString() },
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>Someone has seen a post whose fate nobody knew.</summary>
    /// <returns>False where its fate is known.</returns>
    public async Task<bool> SettleAsync(long item, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
                new CommandDefinition(
                    "UPDATE outbox SET state = 'sent', why = NULL, settled = @now WHERE id = @item AND state = 'unknown'",
                    new { item, now = StoredInstant.Write(time.GetUtcNow()) },
                    cancellationToken: cancellation
                )
            ) > 0;
    }

    /// <summary>
    /// Queues a post again whose fate nobody knew, because someone says that it is not there. It has another key: the
    /// platform may take it as it took the first. Ring the <see cref="DeliveryBell"/> then.
    /// </summary>
    /// <returns>False where its fate is known.</returns>
    public async Task<bool> SendAgainAsync(long item, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteAsync(
                new CommandDefinition(
                    """
                    UPDATE outbox SET state = 'waiting', key = @key, attempts = 0, not_before = @now, tried = NULL,
                      why = NULL, settled = NULL
                    WHERE id = @item AND state = 'unknown'
                    """,
                    new
                    {
                        item,
                        key = NewKey(),
                        now = StoredInstant.Write(time.GetUtcNow()),
                    },
                    cancellationToken: cancellation
                )
            ) > 0;
    }

    /// <summary>True where a digest is still on its way there; answers to people do not count.</summary>
    public async Task<bool> HasOpenAsync(Destination destination, CancellationToken cancellation) =>
        (await WithOpenAsync([destination], cancellation)).Count > 0;

    /// <returns>Those of the places to which a digest is still on its way.</returns>
    public async Task<IReadOnlySet<Destination>> WithOpenAsync(
        IReadOnlyCollection<Destination> places,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        var open = await connection.QueryAsync<string>(
            new CommandDefinition(
                """
                SELECT j.value FROM json_each(@places) j
                WHERE EXISTS (
                  SELECT 1 FROM outbox
                  WHERE destination = j.value AND ledger IS NOT NULL AND state IN ('waiting', 'sending')
                )
                """,
                new { places = JsonSerializer.Serialize(places.Select(p => p.ToString())) },
                cancellationToken: cancellation
            )
        );
        var found = open.ToHashSet(StringComparer.Ordinal);
        return places.Where(p => found.Contains(p.ToString())).ToHashSet();
    }

    private static Task<long> NextBatchAsync(DbTransaction transaction, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteScalarAsync<long>( // Null only once the transaction is over.
            new CommandDefinition(
                "SELECT COALESCE(MAX(batch), 0) + 1 FROM outbox",
                transaction: transaction,
                cancellationToken: cancellation
            )
        );

    /// <summary>24 letters: Discord takes no longer one.</summary>
    internal static string NewKey() => RandomNumberGenerator.GetHexString(24, lowercase: true);
}
