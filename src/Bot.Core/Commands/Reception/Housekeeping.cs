using Bot.Core.Articles.Aside;
using Bot.Core.Conversations;
using Bot.Core.Delivery;
using Bot.Core.Moving;
using Bot.Core.Places.Zones;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands.Reception;

/// <summary>
/// Forgets once a day what conversations left behind and nobody will ask for again, and what is remembered of the rules
/// of time zones: the system may have got others.
/// </summary>
public sealed partial class Housekeeping(
    Inbox inbox,
    ButtonBook buttons,
    AsideShelf aside,
    ImportShelf imports,
    Shredder shredder,
    TimeProvider time,
    ILogger<Housekeeping> log
) : BackgroundService
{
    private static readonly TimeSpan BetweenRounds = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield(); // The host's start does not wait for it.
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await inbox.ForgetOldAsync(stoppingToken);
                await buttons.ForgetOldAsync(stoppingToken);
                await aside.ForgetOldAsync(stoppingToken);
                await imports.ForgetOldAsync(stoppingToken);
                await shredder.ForgetRemovedAsync(stoppingToken);
                ZoneNames.ReadRulesAnew();
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                LogBroken(broken);
            }

            await Task.Delay(BetweenRounds, time, stoppingToken);
        }
    }

    [LoggerMessage(340, LogLevel.Error, "What is old could not be forgotten; it is tried again tomorrow")]
    private partial void LogBroken(Exception broken);
}
