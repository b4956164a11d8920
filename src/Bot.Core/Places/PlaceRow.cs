using Bot.Core.Chat;
using Bot.Core.Places.Zones;

namespace Bot.Core.Places;

/// <summary>What is known of a chat, or of a place within it, as its row has it.</summary>
internal sealed record PlaceRow(
    string Title,
    string? Kind,
    string? Zone,
    string? Language,
    string? Size,
    string? Quiet,
    string Roles,
    string? Owner,
    string Owner_name
)
{
    public const string Columns = "title, kind, zone, language, size, quiet, roles, owner, owner_name";

    public PlaceSettings Settings =>
        new()
        {
            Zone = Zone is null ? null : ZoneNames.TryFind(Zone),
            Language = Language is null ? null : PlaceLanguage.Named(Language),
            Size = ReadingSizes.TryParse(Size),
            Quiet = Quiet is null ? null : QuietHours.TryParse(Quiet),
        };

    public KnownPlace ToPlace(Destination place) =>
        new(
            place,
            Title,
            Kind is null ? null : Enum.Parse<PlaceKind>(Kind, ignoreCase: true),
            Settings,
            Owner is null ? null : Destination.TryParse(Owner),
            Owner_name
        )
        {
            StrandedZone = Settings.Zone is null ? Zone : null,
            Roles = [.. Roles.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(ReadRole)],
        };

    public static string Written(IEnumerable<PlaceRole> roles) =>
        string.Join('\n', roles.Select(r => $"{r.Id} {r.Name.ReplaceLineEndings(" ")}"));

    private static PlaceRole ReadRole(string line) =>
        line.Split(' ', 2) is [var id, var name] ? new PlaceRole(id, name) : new PlaceRole(line, line);
}
