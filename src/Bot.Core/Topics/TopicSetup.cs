using Bot.Core.Filters;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Topics;

public static class TopicSetup
{
    /// <summary>The topics of chats, with the filters that say what is on one.</summary>
    public static IServiceCollection AddTopics(this IServiceCollection services) =>
        services.AddFilters().AddSingleton<TopicBook>();
}
