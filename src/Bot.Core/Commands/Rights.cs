using Bot.Core.Chat;

namespace Bot.Core.Commands;

/// <summary>Who may manage a place: as the platform said with the command, or says when it is asked.</summary>
public sealed class Rights(IEnumerable<IChatPlatform> platforms)
{
    public Task<bool> MayAdministerAsync(Asker asker, Destination place, CancellationToken cancellation) =>
        asker.Standing switch
        {
            Standing.Administrator => Task.FromResult(true),
            Standing.ToBeAsked when platforms.FirstOrDefault(p => p.Name == place.Platform) is { } platform =>
                platform.MayAdministerAsync(asker, place, cancellation),
            _ => Task.FromResult(false),
        };
}
