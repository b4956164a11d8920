using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Stories;

public static class StorySetup
{
    /// <summary>The stories that articles tell. Nothing here runs by itself.</summary>
    public static IServiceCollection AddStories(this IServiceCollection services) =>
        services.AddSingleton<StoryBook>().AddSingleton<StoryDesk>();

    /// <summary>Puts articles to stories in the background.</summary>
    public static IServiceCollection AddStoryRounds(this IServiceCollection services) =>
        services.AddHostedService<StoryRounds>();
}
