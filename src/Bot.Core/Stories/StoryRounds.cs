using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Stories;

/// <summary>Puts what comes to its story in the background, so that a digest need not wait for it.</summary>
public sealed partial class StoryRounds(StoryDesk stories, TimeProvider time, ILogger<StoryRounds> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host's start does not wait for it.
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await stories.PlaceWaitingAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogStumbled(failure);
            }

            await Task.Delay(BetweenRounds, time, stoppingToken);
        }
    }

    [LoggerMessage(131, LogLevel.Error, "Articles could not be put to their stories; it is tried again")]
    private partial void LogStumbled(Exception failure);
}
