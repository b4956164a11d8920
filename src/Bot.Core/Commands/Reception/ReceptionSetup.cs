using Bot.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Commands.Reception;

public static class ReceptionSetup
{
    /// <summary>Sees to what happens on the platforms. Needs commands, delivery and places; nothing here runs by itself.</summary>
    public static IServiceCollection AddReception(this IServiceCollection services) =>
        services.AddSingleton<ButtonBook>().AddSingleton<Doorman>().AddSingleton<FrontDesk>();

    /// <summary>Tells owners of paused places, and places of feeds that fail, and clears up, as long as the host runs.</summary>
    public static IServiceCollection AddReceptionRounds(this IServiceCollection services) =>
        services.AddHostedService<PauseNotices>().AddHostedService<FeedNotices>().AddHostedService<Housekeeping>();
}
