using System.Net;
using Bot.Discord.Api.Limits;

namespace Bot.Discord.Api;

internal static class DiscordApiSetup
{
    /// <summary>More than any answer of Discord's that is asked for here.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    /// <summary>So that a name that leads elsewhere one day is followed.</summary>
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(15);

    /// <summary>The client and what it keeps to. Needs a clock and chance.</summary>
    public static IServiceCollection AddDiscordApi(this IServiceCollection services, DiscordAccess access)
    {
        // Each attempt has a limit of its own. Addresses hold the tokens of interactions, so nobody logs them.
        services
            .AddHttpClient(
                DiscordAccess.ClientName,
                client =>
                {
                    client.Timeout = Timeout.InfiniteTimeSpan;
                    client.MaxResponseContentBufferSize = MostBytes;
                }
            )
            .ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler
                {
                    ConnectTimeout = ConnectPatience,
                    PooledConnectionLifetime = ConnectionLife,
                    AutomaticDecompression = DecompressionMethods.All,
                    // A token goes to the address that was set, and to no other.
                    AllowAutoRedirect = false,
                }
            )
            .RemoveAllLoggers();
        return services
            .AddSingleton(access)
            .AddSingleton<RateLimits>()
            .AddSingleton<InvalidRequests>()
            .AddSingleton<ApiLine>()
            .AddSingleton<DiscordClient>();
    }
}
