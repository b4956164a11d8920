using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Places;

namespace Bot.Core.Commands;

/// <summary>Reads the roles that somebody names: "@News", a mention, an id, several of them, "none".</summary>
internal sealed class RoleReader(IEnumerable<IChatPlatform> platforms)
{
    public async Task<(IReadOnlyList<PlaceRole>? Roles, Reply? Wrong)> ReadAsync(
        string written,
        SettingsAsk ask,
        CancellationToken cancellation
    )
    {
        if (
            SettingsWishes.IsDefault(written) || written.Equals(SettingsWishes.None, StringComparison.OrdinalIgnoreCase)
        )
            return ([], null);
        var platform = platforms.First(p => p.Name == ask.Place.Platform);
        return await platform.FindRolesAsync(written, ask.Place, cancellation) switch
        {
            RoleLookup.Found { Roles.Count: <= PlaceBook.MostRoles } found => (found.Roles, null),
            RoleLookup.Found => (
                null,
                Reply.Of(ask.Edition.Line("settings.roles-many", ("count", PlaceBook.MostRoles)))
            ),
            RoleLookup.Ambiguous several => (
                null,
                Reply.Of(ask.Edition.Line("settings.roles-several", ("value", Excerpt.Of(several.Written))))
            ),
            RoleLookup.Unknown unknown => (
                null,
                Reply.Of(
                    ask.Edition.Line(
                        "settings.roles-unknown",
                        ("value", Excerpt.Of(unknown.Written)),
                        ("example", ask.Hint("roles:@News"))
                    )
                )
            ),
            _ => (null, Reply.Of(ask.Edition.Line("settings.roles-later"))),
        };
    }
}
