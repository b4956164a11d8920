using Bot.Core.Chat;
using Bot.Core.Commands;

namespace Bot.Hosting;

/// <summary>Listens to every platform and answers what people ask there: platforms side by side, the commands of one in their order.</summary>
internal sealed partial class CommandRounds(
    IEnumerable<IChatPlatform> platforms,
    CommandDesk desk,
    IHostApplicationLifetime lifetime,
    ILogger<CommandRounds> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(platforms.Select(p => ListenAsync(p, stoppingToken)));
        // The terminal's input has ended and no other platform is served.
        lifetime.StopApplication();
    }

    private async Task ListenAsync(IChatPlatform platform, CancellationToken stopping)
    {
        try
        {
            await foreach (var happened in platform.ReadEventsAsync(stopping))
            {
                if (happened is InboundEvent.CommandTyped typed)
                    await AnswerAsync(typed, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped in good order.
        }
        catch (Exception broken)
        {
            LogPlatformLost(broken, platform.Name);
        }
    }

    private async Task AnswerAsync(InboundEvent.CommandTyped typed, CancellationToken stopping)
    {
        try
        {
            await typed.Answer.SendAsync(
                await desk.AnswerAsync(typed.Line, typed.Asker, typed.Place, stopping),
                stopping
            );
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            LogAnswerLost(broken, typed.Place);
        }
    }

    [LoggerMessage(200, LogLevel.Error, "{Platform} is lost until the next start")]
    private partial void LogPlatformLost(Exception broken, string platform);

    [LoggerMessage(201, LogLevel.Error, "An answer could not be sent to {Place}")]
    private partial void LogAnswerLost(Exception broken, Destination place);
}
