using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Articles.Seeds;

public static class SeedRegistration
{
    /// <summary>The loader of seeds. Nothing here runs by itself.</summary>
    public static IServiceCollection AddSeeds(this IServiceCollection services, SeedOptions options) =>
        services.AddSingleton(options).AddSingleton<SeedLoader>();

    /// <summary>Keeps the articles as the folder has them while the program runs.</summary>
    public static IServiceCollection AddSeedWatching(this IServiceCollection services) =>
        services.AddHostedService<SeedWatch>();
}
