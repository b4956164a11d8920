using Bot.Core.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Articles;

/// <summary>
/// Reads in the background what nobody has read yet, and again what an older analyser read: newest first, on all
/// cores but one.
/// </summary>
public sealed partial class AnalysisDesk(
    ArticleStore articles,
    ArticleIntake intake,
    Database database,
    ILogger<AnalysisDesk> log
) : BackgroundService
{
    private const int BatchSize = 256;

    private readonly AnalysisStore analyses = new(database);
    private readonly HashSet<ArticleId> unreadable = [];

    /// <summary>Reads what is waiting, the newest first.</summary>
    /// <param name="most">So many articles at the most; not exact where some cannot be read.</param>
    /// <returns>How many articles were read.</returns>
    public async Task<int> ReadWaitingAsync(CancellationToken cancellation, int most = int.MaxValue)
    {
        var read = 0;
        while (read < most)
        {
            // The ones that failed stay at the head of the line: ask for as many more.
            var waiting = await analyses.WaitingAsync(BatchSize + unreadable.Count, cancellation);
            var batch = waiting.Where(id => !unreadable.Contains(id)).Take(Math.Min(BatchSize, most - read)).ToList();
            if (batch.Count == 0)
                return read;
            await Parallel.ForEachAsync(
                batch,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1),
                    CancellationToken = cancellation,
                },
                async (id, stop) =>
                {
                    if (await ReadAsync(id, stop))
                        Interlocked.Increment(ref read);
                }
            );
        }

        return read;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
        {
            try
            {
                if (await ReadWaitingAsync(stoppingToken) is > 0 and var read)
                    Read(read);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Stumbled(failure);
            }
        } while (await intake.Arrivals.WaitToReadAsync(stoppingToken) && intake.Arrivals.TryRead(out _));
    }

    private async Task<bool> ReadAsync(ArticleId id, CancellationToken cancellation)
    {
        try
        {
            if (await articles.FindAsync(id, Audience.Desk, cancellation) is not { } article)
                return false;
            await articles.ReadAsync(article, cancellation);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            lock (unreadable)
                unreadable.Add(id);
            Unreadable(id, failure);
            return false;
        }
    }

    [LoggerMessage(120, LogLevel.Information, "Read {Count} articles")]
    private partial void Read(int count);

    [LoggerMessage(121, LogLevel.Error, "Article {ArticleId} cannot be read; the others go on")]
    private partial void Unreadable(ArticleId articleId, Exception failure);

    [LoggerMessage(122, LogLevel.Error, "Reading stopped; it goes on with the next article that comes")]
    private partial void Stumbled(Exception failure);
}
