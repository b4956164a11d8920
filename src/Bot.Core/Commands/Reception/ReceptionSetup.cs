using Bot.Core.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Core.Commands.Reception;

public static class ReceptionSetup
{
    /// <summary>Sees to what happens on the platforms. Needs the commands.</summary>
    public static IServiceCollection AddReception(this IServiceCollection services) =>
        services.AddSingleton<ButtonBook>().AddSingleton<FrontDesk>();
}
