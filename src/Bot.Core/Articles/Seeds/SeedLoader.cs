using Bot.Core.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Articles.Seeds;

/// <summary>
/// Keeps the store's articles as the folder of seeds has them. Reads only files whose size or time has changed; a bad
/// file is reported, and what was read of it before stays.
/// </summary>
public sealed partial class SeedLoader(
    SeedOptions options,
    Database database,
    ArticleIntake intake,
    ArticleStore articles,
    ILogger<SeedLoader> log
) : IDisposable
{
    private const int BatchSize = 128;

    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly HashSet<SeedProblem> told = [];
    private readonly SeedFolder folder = new(options.Folder);

    /// <summary>The folder's full path.</summary>
    public string Folder => folder.FullPath;

    /// <summary>Looks into the folder and takes over all that has changed since the last look, this program's or another's.</summary>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public Task<SeedReport> LoadAsync(CancellationToken cancellation) => LoadAsync(_ => { }, cancellation);

    /// <param name="taken">Told how many files have been taken over so far.</param>
    /// <exception cref="StoreException">The store cannot be used.</exception>
    public Task<SeedReport> LoadAsync(Action<int> taken, CancellationToken cancellation) =>
        LoadAsync(_ => true, _ => true, taken, cancellation);

    /// <param name="isRipe">False where a changed file is still being written and waits for the next look.</param>
    /// <param name="isGone">False where a file that is missing may be about to come back.</param>
    internal async Task<SeedReport> LoadAsync(
        Func<SeedFile, bool> isRipe,
        Func<string, bool> isGone,
        Action<int> taken,
        CancellationToken cancellation
    )
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            return await LookAsync(isRipe, isGone, taken, cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<SeedReport> LookAsync(
        Func<SeedFile, bool> isRipe,
        Func<string, bool> isGone,
        Action<int> taken,
        CancellationToken cancellation
    )
    {
        var (files, problems) = folder.Look();
        await using var connection = await database.OpenRelaxedAsync(cancellation);
        var ledger = new SeedLedger(connection);
        var known = await ledger.ReadAsync(cancellation);
        var tally = new SeedTally(files is null ? [] : known.Values, problems);
        if (files is not null)
        {
            var changed = files.Where(f => !known.TryGetValue(f.Path, out var last) || !last.IsOf(f)).Where(isRipe);
            await TakeAsync(connection, [.. changed], known, tally, taken, cancellation);
            var here = files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
            var shut = problems.Select(p => p.Path + "/").ToList();
            var gone = known.Keys.Where(path =>
                !here.Contains(path) && !shut.Exists(s => path.StartsWith(s, StringComparison.Ordinal)) && isGone(path)
            );
            await DropAsync(connection, [.. gone], tally, cancellation);
            await TakeAgainAsync(connection, files, tally, cancellation);
        }

        var report = tally.Report(folder.FullPath, await articles.CountAllAsync(cancellation));
        Tell(report);
        return report;
    }

    private async Task TakeAsync(
        SqliteConnection connection,
        IReadOnlyList<SeedFile> files,
        IReadOnlyDictionary<string, SeedState> known,
        SeedTally tally,
        Action<int> taken,
        CancellationToken cancellation
    )
    {
        var count = 0;
        foreach (var batch in files.Chunk(BatchSize))
        {
            var read = new SeedTaking[batch.Length];
            await Parallel.ForAsync(
                0,
                batch.Length,
                cancellation,
                async (i, stop) =>
                    read[i] = await SeedTaking.ReadAsync(batch[i], known.GetValueOrDefault(batch[i].Path), stop)
            );
            var outcome = await intake.FileAllAsync(
                connection,
                [.. read.Where(r => r.Copies is not null).Select(r => (r.File.Path, r.Copies!))],
                transaction =>
                    SeedLedger.WriteAsync(transaction, read.Select(r => r.State).OfType<SeedState>(), cancellation),
                cancellation
            );
            tally.Add(outcome);
            foreach (var taking in read)
                tally.Replace(taking.File.Path, taking.Problems);
            taken(count += batch.Length);
        }
    }

    private async Task DropAsync(
        SqliteConnection connection,
        IReadOnlyList<string> gone,
        SeedTally tally,
        CancellationToken cancellation
    )
    {
        if (gone.Count == 0)
            return;
        var outcome = await intake.FileAllAsync(
            connection,
            [.. gone.Select(path => (path, (IReadOnlyList<ArticleCopy>)[]))],
            transaction => SeedLedger.RemoveAsync(transaction, gone, cancellation),
            cancellation
        );
        tally.Add(outcome);
        foreach (var path in gone)
            tally.Replace(path, []);
    }

    /// <summary>Files whose copy was a twin and now stands for itself, or for the article whose first name has gone.</summary>
    private async Task TakeAgainAsync(
        SqliteConnection connection,
        IReadOnlyList<SeedFile> files,
        SeedTally tally,
        CancellationToken cancellation
    )
    {
        var again = files.Where(f => tally.TakeToReadAgain(f.Path)).ToList();
        if (again.Count > 0)
            await TakeAsync(connection, again, new Dictionary<string, SeedState>(), tally, _ => { }, cancellation);
    }

    private void Tell(SeedReport report)
    {
        if (report.HasChanges)
            Changed(report.Added, report.Updated, report.Withdrawn, report.Total);
        foreach (var problem in report.Problems)
        {
            if (told.Add(problem))
                Trouble(problem.Sentence);
        }

        told.IntersectWith(report.Problems);
    }

    [LoggerMessage(
        101,
        LogLevel.Information,
        "Seeds: added {Added}, updated {Updated}, withdrawn {Withdrawn}; articles in all: {Total}"
    )]
    private partial void Changed(int added, int updated, int withdrawn, int total);

    [LoggerMessage(102, LogLevel.Warning, "{Problem}")]
    private partial void Trouble(string problem);
}
