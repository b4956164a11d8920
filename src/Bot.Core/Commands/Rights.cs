using Bot.Core.Chat;
using Bot.Core.Places;

namespace Bot.Core.Commands;

/// <summary>Who may do what in a place: as the platform said with the command, or says when it is asked, and as the place let roles do.</summary>
public sealed class Rights(IEnumerable<IChatPlatform> platforms, PlaceBook places)
{
    /// <summary>Whoever manages the place, and whoever has a role there that was given the right.</summary>
    public async Task<bool> MayAdministerAsync(Asker asker, Destination place, CancellationToken cancellation) =>
        await ManagesAsync(asker, place, cancellation)
        || asker.Roles.Count > 0
            && await places.FindAsync(place, cancellation) is { } known
            && known.Roles.Any(r => asker.Roles.Contains(r.Id, StringComparer.Ordinal));

    /// <summary>Whoever gave the command may say whose roles administer the place: there itself, or at the terminal, and never by a role alone.</summary>
    public async Task<bool> MayGiveRightsAsync(CommandCall call, Destination place, CancellationToken cancellation) =>
        (place.Chat == call.Place.Chat || call.Place == Destination.Terminal)
        && await ManagesAsync(call.Asker, call.Place, cancellation);

    /// <summary>True where people have roles.</summary>
    public bool KnowRoles(Destination place) => PlatformOf(place)?.HasRoles(place) == true;

    private Task<bool> ManagesAsync(Asker asker, Destination place, CancellationToken cancellation) =>
        asker.Standing switch
        {
            Standing.Administrator => Task.FromResult(true),
            Standing.ToBeAsked when PlatformOf(place) is { } platform => platform.MayAdministerAsync(
                asker,
                place,
                cancellation
            ),
            _ => Task.FromResult(false),
        };

    private IChatPlatform? PlatformOf(Destination place) => platforms.FirstOrDefault(p => p.Name == place.Platform);
}
