using Bot.Core.Feeds.Fetching;
using Bot.Core.Feeds.Finding;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Items;
using Bot.Core.Feeds.Packs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Core.Feeds.Polling;

public static class FeedPollingSetup
{
    /// <summary>Follows, finds and visits feeds when it is told to; nothing here runs by itself. Without a fetcher that was set up, public addresses alone are read.</summary>
    public static IServiceCollection AddFeedDesk(this IServiceCollection services)
    {
#pragma warning disable RS0030 // Here it is given: the one that threads may share.
        services.TryAddSingleton(Random.Shared);
#pragma warning restore RS0030
        services.TryAddSingleton(s => new Fetcher(
            AllowedHosts.None,
            new SystemHostLookup(),
            new FetchLimits(),
            s.GetRequiredService<TimeProvider>()
        ));
        return services
            .AddSingleton<FeedBook>()
            .AddSingleton<TroubleBook>()
            .AddSingleton<FeedFinder>()
            .AddSingleton<FeedTester>()
            .AddSingleton<FeedPacks>()
            .AddSingleton<DueFeeds>()
            .AddSingleton<ItemIntake>()
            .AddSingleton<ItemTraces>()
            .AddSingleton<FeedDesk>()
            .AddSingleton<PageDesk>()
            .AddSingleton<FeedBell>();
    }

    /// <summary>Visits the feeds as they fall due, and the pages that are wanted, as long as the host runs.</summary>
    public static IServiceCollection AddFeedRounds(this IServiceCollection services) =>
        services.AddHostedService<FeedRounds>().AddHostedService<PageRounds>();
}
