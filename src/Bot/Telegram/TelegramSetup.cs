using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Telegram.Api;
using Bot.Telegram.Receiving;
using Bot.Telegram.Sending;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Telegram;

internal static class TelegramSetup
{
    /// <summary>Telegram as a platform, where a token is set. Needs delivery, conversations and the phrasebook.</summary>
    public static IServiceCollection AddTelegram(this IServiceCollection services, TelegramOptions options)
    {
        if (!options.IsOn)
            return services;
        // Each call has a limit of its own. Its address holds the token, so nobody logs it.
        services
            .AddHttpClient(TelegramAccount.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        // Looked up when it is needed: its commands post to this very platform.
        services.TryAddSingleton(s => new Lazy<CommandCatalog>(s.GetRequiredService<CommandCatalog>));
        return services
            .AddSingleton(options)
            .AddSingleton<TelegramAccount>()
            .AddSingleton<MemberRights>()
            .AddSingleton<TelegramPlaces>()
            .AddSingleton<TelegramPress>()
            .AddSingleton<ChannelLinks>()
            .AddSingleton<TelegramMenus>()
            .AddSingleton<TelegramCheck>()
            .AddSingleton<GivenFiles>()
            .AddSingleton<UpdateReader>()
            .AddSingleton<Polling>()
            .AddSingleton<TelegramWebhook>()
            .AddSingleton<TelegramReception>()
            .AddSingleton<IChatPlatform, TelegramPlatform>();
    }
}
