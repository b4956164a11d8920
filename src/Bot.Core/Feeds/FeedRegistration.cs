using Bot.Core.Feeds.Fetching;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Feeds;

public static class FeedRegistration
{
    /// <summary>The way to the open web. Nothing here runs by itself. Needs a clock.</summary>
    public static IServiceCollection AddFeedFetching(this IServiceCollection services, FeedOptions options) =>
        services
            .AddSingleton<IHostLookup, SystemHostLookup>()
            .AddSingleton(s => new Fetcher(
                AllowedHosts.Parse(options.AllowHosts.Entries()),
                s.GetRequiredService<IHostLookup>(),
                new FetchLimits(),
                s.GetRequiredService<TimeProvider>()
            ));
}
