using System.Collections.Concurrent;
using Bot.Core.Articles;
using Bot.Core.Delivery;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Feeds.Polling;

/// <summary>Reads the pages that are wanted, in the background. Whose turn it is at a site is the fetcher's.</summary>
public sealed partial class PageRounds(PageDesk desk, TimeProvider time, ILogger<PageRounds> log) : BackgroundService
{
    private const int MostWaiting = 64;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<(FeedId, string), bool> under = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host's start does not wait for the first round.
        await using var pages = new Lanes<(FeedId, string)>(MostWaiting);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var page in await desk.DueAsync(MostWaiting, stoppingToken))
                {
                    if (under.Count < MostWaiting && under.TryAdd((page.Feed, page.Key), true))
                        await pages.EnterAsync(
                            (page.Feed, page.Key),
                            () => ReadAsync(page, stoppingToken),
                            stoppingToken
                        );
                }

                await Task.Delay(BetweenLooks, time, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception broken)
            {
                LogRoundBroke(broken);
                await Task.Delay(BetweenLooks, time, stoppingToken)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ReadAsync(WantedPage page, CancellationToken stopping)
    {
        try
        {
            await desk.ReadAsync(page, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It is wanted at the next start.
        }
        catch (Exception broken)
        {
            LogPageBroke(broken, page.Feed, page.Article);
        }
        finally
        {
            under.TryRemove((page.Feed, page.Key), out _);
        }
    }

    [LoggerMessage(117, LogLevel.Error, "A look for pages to be read broke off")]
    private partial void LogRoundBroke(Exception broken);

    [LoggerMessage(118, LogLevel.Error, "The page of article {ArticleId} of feed {FeedId} could not be filed")]
    private partial void LogPageBroke(Exception broken, FeedId feedId, ArticleId articleId);
}
