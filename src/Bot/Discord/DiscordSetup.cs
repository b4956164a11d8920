using System.Reflection;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Storage;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Gateway;
using Bot.Discord.Menus;
using Bot.Discord.Places;
using Bot.Discord.Receiving;
using Bot.Discord.Sending;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Discord;

internal static class DiscordSetup
{
    private const string HomePage = "https://byline.example";

    /// <summary>Discord as a platform, where a token is set. Needs delivery, conversations and the phrasebook.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions options)
    {
        if (!options.IsOn)
            return services;
#pragma warning disable RS0030 // Here it is given: the one that threads may share.
        services.TryAddSingleton(Random.Shared);
#pragma warning restore RS0030
        // Looked up when it is needed: its commands post to this very platform.
        services.TryAddSingleton(s => new Lazy<CommandCatalog>(s.GetRequiredService<CommandCatalog>));
        services.TryAddSingleton(s => new Lazy<OptionCompletion>(s.GetRequiredService<OptionCompletion>));
        var access = new DiscordAccess(options.Token) { ApiUrl = new Uri(options.ApiUrl), UserAgent = UserAgent };
        return services
            .AddDiscordApi(access)
            .AddSingleton(options)
            .AddSingleton<DiscordAccount>()
            .AddSingleton<ChannelShelf>()
            .AddSingleton<DiscordPlaces>()
            .AddSingleton<ForumPress>()
            .AddSingleton<ThreadPress>()
            .AddSingleton<DiscordPress>()
            .AddSingleton<CommandSheet>()
            .AddSingleton<CommandRegistrar>()
            .AddSingleton<AcknowledgementRule>()
            .AddSingleton<Suggester>()
            .AddSingleton<FormWriter>()
            .AddSingleton<InteractionDesk>()
            .AddSingleton<InteractionReader>()
            .AddSingleton<GivenFiles>()
            .AddSingleton<GuildEvents>()
            .AddSingleton<GuildDesk>()
            .AddSingleton<DiscordReception>()
            .AddSingleton<DiscordCheck>()
            .AddSingleton(s => new GatewayFleet(
                s.GetRequiredService<DiscordClient>(),
                options.Token,
                () => new GatewayWebSocket(UserAgent),
                s.GetRequiredService<TimeProvider>(),
                s.GetRequiredService<Random>(),
                s.GetRequiredService<ILoggerFactory>()
            )
            {
                Memory = Remembering(s.GetRequiredService<MomentBook>()),
            })
            .AddSingleton<IChatPlatform, DiscordPlatform>();
    }

    private static IdentifyMemory Remembering(MomentBook moments)
    {
        const string identified = "discord identified";
        return new IdentifyMemory(
            cancellation => moments.LastAsync(identified, cancellation),
            (at, cancellation) => moments.NoteAsync(identified, at, cancellation)
        );
    }

    /// <summary>https://docs.discord.com/developers/reference#user-agent</summary>
    private static string UserAgent => $"DiscordBot ({HomePage}, {Version})";

    private static string Version =>
        typeof(DiscordSetup)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion.Split('+')[0]
        ?? "1.0";
}
