using System.Threading.Channels;
using Bot.Core.Storage;
using Microsoft.Data.Sqlite;

namespace Bot.Core.Articles;

/// <summary>
/// Where articles enter the store and leave it. An article keeps its number through changes of its text, moves to
/// another file and a return after it was withdrawn; the same article under two names is kept once.
/// </summary>
public sealed class ArticleIntake(Database database, TimeProvider clock)
{
    private readonly Channel<bool> arrivals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    /// <summary>Rings once or more after articles have come that nobody has read yet.</summary>
    public ChannelReader<bool> Arrivals => arrivals.Reader;

    /// <summary>Stores all that one origin holds now, in place of what it held before, in one transaction.</summary>
    /// <param name="origin">Where the copies come from: a seed file's path.</param>
    /// <param name="copies">Empty where the origin holds nothing any more.</param>
    public async Task<IntakeOutcome> FileAsync(
        string origin,
        IReadOnlyList<ArticleCopy> copies,
        CancellationToken cancellation
    ) => await FileAllAsync([(origin, copies)], cancellation);

    /// <summary>As <see cref="FileAsync"/>, for several origins in one transaction.</summary>
    public async Task<IntakeOutcome> FileAllAsync(
        IReadOnlyList<(string Origin, IReadOnlyList<ArticleCopy> Copies)> filings,
        CancellationToken cancellation
    )
    {
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        return await FileAllAsync(connection, filings, _ => Task.CompletedTask, cancellation);
    }

    /// <param name="note">What else is to be written in the same transaction.</param>
    internal async Task<IntakeOutcome> FileAllAsync(
        SqliteConnection connection,
        IReadOnlyList<(string Origin, IReadOnlyList<ArticleCopy> Copies)> filings,
        Func<SqliteTransaction, Task> note,
        CancellationToken cancellation
    )
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        var ledger = new IntakeLedger(connection, transaction, clock.GetUtcNow());
        var outcome = new IntakeOutcome();
        foreach (var (origin, copies) in filings)
        {
            cancellation.ThrowIfCancellationRequested();
            await new Filing(ledger, origin, outcome).FileAsync(copies);
        }

        await note(transaction);
        // Behind the note: that of a feed's visit writes down what the feed is to be remembered by.
        foreach (var origin in outcome.ToReadAgain)
            await ledger.ForgetStateAsync(origin);
        await transaction.CommitAsync(cancellation);
        if (outcome.Added + outcome.Updated > 0)
            arrivals.Writer.TryWrite(true);
        return outcome;
    }
}
