using Bot.Core.Articles;
using Bot.Core.Articles.Seeds;
using Bot.Core.Commands;
using Bot.Core.Commands.Reception;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Polling;
using Bot.Core.Storage;
using Bot.Core.Stories;
using Bot.Discord;
using Bot.Scheduling;
using Bot.Telegram;
using Bot.Telegram.Receiving;
using Bot.Terminal;
using Bot.Web;

namespace Bot.Hosting;

/// <summary>Puts the desk together, in the order in which a message passes through it.</summary>
internal static class DeskSetup
{
    /// <summary>What every verb that answers needs; nothing here runs by itself.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services, Settings settings) =>
        services
            .AddSingleton(settings)
            .AddSingleton(TimeProvider.System)
            .AddStorage(settings.Store)
            .AddArticles()
            .AddSeeds(settings.Seeds)
            .AddFeedFetching(settings.Feeds)
            .AddDelivery()
            .AddDigests(settings.Digests)
            .AddFeedDesk()
            .AddCommands()
            .AddReception()
            .AddTerminal()
            .AddDiscord(settings.Discord)
            .AddTelegram(settings.Telegram);

    /// <summary>What goes on by itself under <c>run</c>.</summary>
    public static IServiceCollection AddDeskRounds(this IServiceCollection services, Settings settings) =>
        services
            .AddSeedWatching()
            .AddArticleReading()
            .AddStoryRounds()
            .AddFeedRounds()
            .AddDeliveryRounds()
            .AddReceptionRounds()
            .AddScheduling()
            .AddSingleton(settings.Web)
            .AddRoutes(settings)
            .AddHostedService<WebServer>()
            .AddHostedService<MenuRounds>()
            .AddSingleton<CommandRounds>()
            .AddHostedService(s => s.GetRequiredService<CommandRounds>());

    private static IServiceCollection AddRoutes(this IServiceCollection services, Settings settings) =>
        settings.Telegram is { IsOn: true, Webhook.Length: > 0 }
            ? services.AddSingleton(s => new WebRoute(
                TelegramWebhook.Path,
                s.GetRequiredService<TelegramWebhook>().HandleAsync
            ))
            : services;
}
