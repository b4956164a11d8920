using Bot.Core.Articles;
using Bot.Text.Stories;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Stories;

/// <summary>
/// Puts articles of one event together, once for all places and in the order in which they came. Several processes on
/// one store may do so: each first takes over what others decided, and a decision stands.
/// </summary>
public sealed partial class StoryDesk(StoryBook book, ILogger<StoryDesk> log) : IDisposable
{
    private const int BatchSize = 64;

    /// <summary>One tracker, and one at a time with it.</summary>
    private readonly SemaphoreSlim turn = new(1);

    private KnownStories? known;

    public void Dispose() => turn.Dispose();

    /// <summary>Puts all that waits to its story.</summary>
    /// <returns>How many articles were put to one.</returns>
    public async Task<int> PlaceWaitingAsync(CancellationToken cancellation)
    {
        if (!await book.HasWaitingAsync(cancellation))
            return 0;
        await turn.WaitAsync(cancellation);
        try
        {
            var placed = 0;
            while (await book.WaitingAsync(BatchSize, cancellation) is { Count: > 0 } waiting)
                placed += await PlaceAsync(waiting, cancellation);
            if (placed > 0)
                LogPlaced(placed);
            return placed;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<int> PlaceAsync(IReadOnlyList<WaitingArticle> waiting, CancellationToken cancellation)
    {
        var readings = await ReadAsync(waiting, cancellation);
        // What was half decided when it failed is in the tracker and not in the store.
        var stories = Interlocked.Exchange(ref known, null) ?? await book.RestoreAsync(cancellation);
        var placed = await book.PlaceAsync(stories, readings, cancellation);
        known = stories;
        return placed;
    }

    /// <summary>Reading is most of the work: on all cores but one, in order.</summary>
    private async Task<IReadOnlyList<(WaitingArticle Article, StoryReading? Reading)>> ReadAsync(
        IReadOnlyList<WaitingArticle> waiting,
        CancellationToken cancellation
    )
    {
        var readings = new (WaitingArticle, StoryReading?)[waiting.Count];
        await Parallel.ForAsync(
            0,
            waiting.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount - 1),
                CancellationToken = cancellation,
            },
            (i, _) =>
            {
                readings[i] = (waiting[i], Read(waiting[i]));
                return ValueTask.CompletedTask;
            }
        );
        return readings;
    }

    /// <returns>Null for an article of no story.</returns>
    private StoryReading? Read(WaitingArticle article)
    {
        if (article.IsOld)
            return null;
        try
        {
            return StoryTracker.Read(article.ForTracker());
        }
        catch (Exception failure)
        {
            // One that cannot be read is a story of its own; it must not keep the others back.
            LogUnreadable(article.Id, failure);
            return null;
        }
    }

    [LoggerMessage(132, LogLevel.Error, "Article {ArticleId} cannot be put to a story; the others go on")]
    private partial void LogUnreadable(ArticleId articleId, Exception failure);

    [LoggerMessage(130, LogLevel.Debug, "{Count} articles are put to their stories")]
    private partial void LogPlaced(int count);
}
