using Bot.Core.Chat;
using Bot.Core.Commands;

namespace Bot.Terminal;

/// <summary>The terminal as a platform.</summary>
public static class TerminalRegistration
{
    /// <summary>Needs the phrasebook, which comes with the commands.</summary>
    public static IServiceCollection AddTerminal(this IServiceCollection services) =>
        services
            .AddSingleton(s => new Lazy<LineCompletion>(s.GetRequiredService<LineCompletion>))
            .AddSingleton<TerminalPlatform>()
            .AddSingleton<IChatPlatform>(s => s.GetRequiredService<TerminalPlatform>());
}
