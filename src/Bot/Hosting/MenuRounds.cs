using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Texts;

namespace Bot.Hosting;

/// <summary>Shows every platform the commands at the start, in each language that there is.</summary>
internal sealed partial class MenuRounds(
    IEnumerable<IChatPlatform> platforms,
    CommandCatalog catalog,
    Phrasebook phrasebook,
    TimeProvider time,
    ILogger<MenuRounds> log
) : BackgroundService
{
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMinutes(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(platforms.Select(p => ShowAsync(p, stoppingToken)));

    private async Task ShowAsync(IChatPlatform platform, CancellationToken stopping)
    {
        await Task.Yield(); // The host's start does not wait for it.
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await platform.ShowMenusAsync(Menus(), stopping);
                return;
            }
            catch (Exception broken) when (!stopping.IsCancellationRequested)
            {
                LogBroken(broken, platform.Name);
            }

            await Task.Delay(BetweenTries, time, stopping);
        }
    }

    private List<CommandMenu> Menus() =>
        [
            Menu(null),
            .. phrasebook
                .Languages.Where(l => l.Length == 2)
                .Order(StringComparer.Ordinal)
                .Select(l => Menu(CultureInfo.GetCultureInfo(l))),
        ];

    private CommandMenu Menu(CultureInfo? language)
    {
        var edition = phrasebook.In(language ?? CultureInfo.InvariantCulture);
        return new CommandMenu(
            language?.Name,
            [
                .. catalog.Descriptions.Select(d => new MenuLine(
                    d.Name,
                    edition.Say(d.Description),
                    d.IsForAdministrators || d.IsAboutThePlace
                )),
            ]
        );
    }

    [LoggerMessage(
        202,
        LogLevel.Warning,
        "The menu of commands could not be shown to {Platform}; it is tried again in a minute"
    )]
    private partial void LogBroken(Exception broken, string platform);
}
