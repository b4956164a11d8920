using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Articles.Seeds;

public static class SeedRegistration
{
    /// <summary>The loader of seeds. Nothing here runs by itself.</summary>
    public static IServiceCollection AddSeeds(this IServiceCollection services, SeedOptions options) =>
        services.AddSingleton(options).AddSingleton<SeedLoader>();
}
