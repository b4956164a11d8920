using Bot.Core.Chat;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Delivery;

/// <summary>Sends the courier round: when something is queued, when something is due, and from time to time in any case.</summary>
public sealed partial class CourierRounds(
    Courier courier,
    DestinationBook destinations,
    DeliveryBell bell,
    TimeProvider time,
    ILogger<CourierRounds> log
) : BackgroundService
{
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(10);

    /// <summary>Another process may queue without ringing here.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptForReference = TimeSpan.FromDays(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host's start does not wait for the first round.
        DateTimeOffset? swept = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = LongestWait;
            try
            {
                if (swept is null || time.GetUtcNow() - swept >= BetweenSweeps)
                {
                    swept = time.GetUtcNow();
                    await SweepAsync(stoppingToken);
                }

                if (await courier.SetOffAsync(bell.Ring, stoppingToken) is { } next)
                    wait = next - time.GetUtcNow();
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                LogRoundBroke(broken);
            }

            await WaitAsync(wait, stoppingToken);
        }

        await courier.FinishAsync();
    }

    private async Task WaitAsync(TimeSpan wait, CancellationToken stopping)
    {
        try
        {
            await bell.WaitAsync(
                TimeSpan.FromTicks(Math.Clamp(wait.Ticks, ShortestWait.Ticks, LongestWait.Ticks)),
                stopping
            );
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The loop ends.
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        foreach (var paused in await destinations.PausedAsync(cancellation))
        {
            try
            {
                await courier.TryResumeAsync(paused.Destination, cancellation);
            }
            catch (Exception broken) when (!cancellation.IsCancellationRequested)
            {
                LogCheckBroke(broken, paused.Destination);
            }
        }

        await courier.ForgetAsync(time.GetUtcNow() - KeptForReference, cancellation);
    }

    [LoggerMessage(410, LogLevel.Error, "A delivery round broke off; the next begins in a minute")]
    private partial void LogRoundBroke(Exception broken);

    [LoggerMessage(411, LogLevel.Error, "Whether {Destination} can be posted to again could not be found out")]
    private partial void LogCheckBroke(Exception broken, Destination destination);
}
