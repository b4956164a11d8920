using System.Data.Common;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Delivery;

/// <summary>
/// What platforms told us, kept until it is seen to: an event that was taken is answered after a crash too, and one
/// that is told twice is answered once.
/// </summary>
public sealed class Inbox(Database database, TimeProvider time)
{
    /// <summary>
    /// An event that was begun so often and never ended is what the program dies of. Many are begun at the same time, and
    /// an end counts against each of them: so many ends in a row only one of them outlasts.
    /// </summary>
    public const int MostAttempts = 20;

    /// <summary>For so long one that is told again is known again; platforms repeat for a day.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    /// <summary>After a week without events Telegram begins its numbers anew: https://core.telegram.org/bots/api#update</summary>
    private static readonly TimeSpan MarksHold = TimeSpan.FromDays(6);

    /// <param name="account">The platform and the account there that is told: "telegram:123456".</param>
    /// <returns>The number of the first event that has not been taken, as the platform numbers them; null at first, and after a long silence.</returns>
    public async Task<long?> NextEventAsync(string account, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ExecuteScalarAsync<long?>(
            new CommandDefinition(
                "SELECT next_event FROM inbox_marks WHERE account = @account AND marked >= @since",
                new { account, since = StoredInstant.Write(time.GetUtcNow() - MarksHold) },
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>Keeps events and how far they go, in one transaction: then the platform may be told that they came.</summary>
    /// <param name="next">The number after the last.</param>
    /// <returns>Those that were not known, in order.</returns>
    public async Task<IReadOnlyList<InboxItem>> TakeAsync(
        string account,
        IReadOnlyList<(long Event, string Body)> events,
        long next,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var taken = new List<InboxItem>();
        foreach (var (number, body) in events)
        {
            var id = await connection.ExecuteScalarAsync<long?>(
                new CommandDefinition(
                    """
                    INSERT INTO inbox (account, event, body, received, attempts) VALUES (@account, @number, @body, @now, 0)
                    ON CONFLICT DO NOTHING RETURNING id
                    """,
                    new
                    {
                        account,
                        number,
                        body,
                        now = Now(),
                    },
                    transaction,
                    cancellationToken: cancellation
                )
            );
            if (id is not null)
                taken.Add(new InboxItem(id.Value, number, body));
        }

        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO inbox_marks (account, next_event, marked) VALUES (@account, @next, @now)
                ON CONFLICT (account) DO UPDATE SET next_event = excluded.next_event, marked = excluded.marked
                """,
                new
                {
                    account,
                    next,
                    now = Now(),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
        return taken;
    }

    /// <summary>Work on the event begins: should the program end before it is seen to, that counts against the event.</summary>
    public async Task BeginAsync(InboxItem item, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "UPDATE inbox SET attempts = attempts + 1 WHERE id = @Id",
                new { item.Id },
                cancellationToken: cancellation
            )
        );
    }

    /// <summary>What was taken and not seen to when the program ended last, in order; waiting alone counts against nothing.</summary>
    public async Task<(IReadOnlyList<InboxItem> Again, IReadOnlyList<InboxItem> GivenUp)> LeftOverAsync(
        string account,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var rows = (
            await connection.QueryAsync<(long Id, long Event, string Body, long Attempts)>(
                new CommandDefinition(
                    "SELECT id, event, body, attempts FROM inbox WHERE account = @account AND settled IS NULL ORDER BY id",
                    new { account },
                    transaction,
                    cancellationToken: cancellation
                )
            )
        ).AsList();
        await connection.ExecuteAsync(
            new CommandDefinition(
                "UPDATE inbox SET settled = @now WHERE account = @account AND settled IS NULL AND attempts >= @most",
                new
                {
                    account,
                    most = MostAttempts,
                    now = Now(),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        await transaction.CommitAsync(cancellation);
        var items = rows.ToLookup(r => r.Attempts >= MostAttempts, r => new InboxItem(r.Id, r.Event, r.Body));
        return ([.. items[false]], [.. items[true]]);
    }

    /// <summary>The event is seen to: in the transaction that keeps what came of it, so that both hold or neither.</summary>
    public Task SettleAsync(DbTransaction transaction, long id, CancellationToken cancellation) =>
        transaction.Connection!.ExecuteAsync( // Null only once the transaction is over.
            new CommandDefinition(
                "UPDATE inbox SET settled = @now, body = '' WHERE id = @id",
                new { id, now = Now() },
                transaction,
                cancellationToken: cancellation
            )
        );

    public async Task ForgetOldAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "DELETE FROM inbox WHERE settled < @before",
                new { before = StoredInstant.Write(time.GetUtcNow() - Kept) },
                cancellationToken: cancellation
            )
        );
    }

    private string Now() => StoredInstant.Write(time.GetUtcNow());
}

/// <param name="Event">The platform's number of it.</param>
/// <param name="Body">As the platform wrote it.</param>
public sealed record InboxItem(long Id, long Event, string Body);
