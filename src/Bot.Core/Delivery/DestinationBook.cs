using Bot.Core.Chat;
using Bot.Core.Storage;
using Dapper;

namespace Bot.Core.Delivery;

/// <summary>What is known of the places that are posted to: which are closed to us, and which have moved.</summary>
public sealed class DestinationBook(Database database, Outbox outbox, TimeProvider time)
{
    /// <summary>Whoever was told of a pause for a reason is not told of the same within this time.</summary>
    private static readonly TimeSpan ToldFor = TimeSpan.FromDays(7);

    private TaskCompletionSource _paused = NewSignal();

    /// <summary>Ends when this process next pauses a place. Take it before reading.</summary>
    public Task Paused => Volatile.Read(ref _paused).Task;

    /// <summary>Nothing is posted there until it is resumed; what waits goes on waiting.</summary>
    /// <param name="isOneTopic">True where the rest of the chat stays open, also where the address is the whole chat's.</param>
    public async Task PauseAsync(
        Destination destination,
        string why,
        CancellationToken cancellation,
        bool isOneTopic = false
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO paused_destinations (destination, why, since, one_topic)
                VALUES (@destination, @why, @now, @isOneTopic)
                ON CONFLICT (destination) DO UPDATE SET why = excluded.why, one_topic = excluded.one_topic
                """,
                new
                {
                    destination = destination.ToString(),
                    why,
                    now = StoredInstant.Write(time.GetUtcNow()),
                    isOneTopic,
                },
                cancellationToken: cancellation
            )
        );
        Interlocked.Exchange(ref _paused, NewSignal()).SetResult();
    }

    public async Task ResumeAsync(Destination destination, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                "DELETE FROM paused_destinations WHERE destination = @destination",
                new { destination = destination.ToString() },
                cancellationToken: cancellation
            )
        );
    }

    public async Task<IReadOnlyList<PausedDestination>> PausedAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Destination, string Why, string Since, bool IsOneTopic)>(
            new CommandDefinition(
                "SELECT destination, why, since, one_topic FROM paused_destinations ORDER BY since",
                cancellationToken: cancellation
            )
        );
        return
        [
            .. rows.Where(r => Destination.TryParse(r.Destination) is not null)
                .Select(r => new PausedDestination(
                    Destination.TryParse(r.Destination)!.Value,
                    r.Why,
                    StoredInstant.Read(r.Since),
                    r.IsOneTopic
                )),
        ];
    }

    /// <summary>Paused places of which nobody was told yet.</summary>
    public async Task<IReadOnlyList<PausedDestination>> UntoldAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var told = await connection.QueryAsync<string>(
            new CommandDefinition(
                """
                SELECT p.destination FROM paused_destinations p JOIN told_pauses t USING (destination)
                WHERE t.why = p.why AND t.told >= @since
                """,
                new { since = StoredInstant.Write(time.GetUtcNow() - ToldFor) },
                cancellationToken: cancellation
            )
        );
        var known = told.ToHashSet(StringComparer.Ordinal);
        return [.. (await PausedAsync(cancellation)).Where(p => !known.Contains(p.Destination.ToString()))];
    }

    /// <summary>Writes down that the pause was told of, and queues what is said, both or neither.</summary>
    /// <param name="notices">None where there is nobody to tell.</param>
    /// <returns>False where the place was opened or forgotten meanwhile: then nobody is told, and nothing is kept of it.</returns>
    public async Task<bool> ToldAsync(
        PausedDestination paused,
        IReadOnlyList<Post> notices,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var noted = await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO told_pauses (destination, why, told)
                SELECT destination, why, @now FROM paused_destinations WHERE destination = @destination AND why = @Why
                ON CONFLICT (destination) DO UPDATE SET why = excluded.why, told = excluded.told
                """,
                new
                {
                    destination = paused.Destination.ToString(),
                    paused.Why,
                    now = StoredInstant.Write(time.GetUtcNow()),
                },
                transaction,
                cancellationToken: cancellation
            )
        );
        if (noted == 0)
            return false;
        foreach (var notice in notices)
            await outbox.EnqueueAsync(transaction, notice.Destination, [notice.Reply], cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <returns>Why nothing can be posted there at present, to it or to the chat that it lies in; null where it can.</returns>
    public async Task<PausedDestination?> FindPauseAsync(Destination destination, CancellationToken cancellation) =>
        (await PausedAsync(cancellation)).FirstOrDefault(p => p.Covers(destination));

    /// <summary>The address that the place has now: a place within a chat goes where the chat goes.</summary>
    public async Task<Destination> CurrentAsync(Destination destination, CancellationToken cancellation) =>
        (await MovesAsync(cancellation)).Current(destination);

    /// <summary>All moves that there were: few chats ever move.</summary>
    public async Task<Moves> MovesAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var moved = await connection.QueryAsync<(string From, string To)>(
            new CommandDefinition(
                "SELECT destination, moved_to FROM moved_destinations",
                cancellationToken: cancellation
            )
        );
        return new Moves(moved.ToDictionary(m => m.From, m => m.To, StringComparer.Ordinal));
    }

    /// <summary>
    /// A chat has another address: in one transaction all that is kept under the old one is kept under the new one, and
    /// what names the old one is led to the new one.
    /// </summary>
    public async Task MoveAsync(Destination from, Destination to, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await connection.ExecuteAsync(
            new CommandDefinition(
                """
                INSERT INTO moved_destinations (destination, moved_to) VALUES (@from, @to)
                ON CONFLICT (destination) DO UPDATE SET moved_to = excluded.moved_to;
                DELETE FROM moved_destinations WHERE destination = @to;
                DELETE FROM paused_destinations WHERE destination = @from;
                """,
                new { from = from.ToString(), to = to.ToString() },
                transaction,
                cancellationToken: cancellation
            )
        );
        await Removal.RewriteAsync(transaction, from, to, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Deletes all that is kept under the chat's address and under those of places in it, in one transaction.</summary>
    public async Task ForgetAsync(Destination chat, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await Removal.DeleteAsync(transaction, chat, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
