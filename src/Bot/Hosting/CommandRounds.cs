using Bot.Core.Chat;
using Bot.Core.Commands.Reception;
using Bot.Core.Delivery;

namespace Bot.Hosting;

/// <summary>Listens to every platform and takes what happens there to the front desk: places side by side, each in its order.</summary>
internal sealed partial class CommandRounds(
    IEnumerable<IChatPlatform> platforms,
    FrontDesk desk,
    IHostApplicationLifetime lifetime,
    ILogger<CommandRounds> log
) : BackgroundService
{
    /// <summary>Much of an answer is waiting for the store; more than this only makes all of them slow.</summary>
    private const int AtOnce = 16;

    /// <summary>True where a platform could not be served to the end.</summary>
    public bool HasLost { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.WhenAll(Served().Select(p => ListenAsync(p, stoppingToken)));
        // The terminal's input has ended, or every platform is lost.
        lifetime.StopApplication();
    }

    /// <summary>Where people are served elsewhere, standard input is nobody's: the terminal only shows what is posted there.</summary>
    private IEnumerable<IChatPlatform> Served()
    {
        var elsewhere = platforms.Where(p => p.Name != Destination.Terminal.Platform).ToList();
        return elsewhere.Count > 0 ? elsewhere : platforms;
    }

    private async Task ListenAsync(IChatPlatform platform, CancellationToken stopping)
    {
        try
        {
            await using var lanes = new Lanes<Destination>(AtOnce);
            await foreach (var happened in platform.ReadEventsAsync(stopping))
                await lanes.EnterAsync(happened.Place, () => SeeToAsync(happened, stopping), stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped in good order.
        }
        catch (Exception broken)
        {
            HasLost = true;
            LogPlatformLost(broken, platform.Name);
        }
    }

    private async Task SeeToAsync(InboundEvent happened, CancellationToken stopping)
    {
        try
        {
            await desk.ReceiveAsync(happened, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // It comes again at the next start.
        }
        catch (Exception broken)
        {
            LogAnswerLost(broken, happened.Place);
        }
    }

    [LoggerMessage(200, LogLevel.Error, "{Platform} is lost until the next start; bot check says why")]
    private partial void LogPlatformLost(Exception broken, string platform);

    [LoggerMessage(201, LogLevel.Error, "An answer could not be sent to {Place}")]
    private partial void LogAnswerLost(Exception broken, Destination place);
}
