using Bot.Core.Chat;
using Bot.Core.Places;

namespace Bot.Core.Commands;

/// <summary>What <c>/settings</c> can be told, by name.</summary>
internal static class SettingsWishes
{
    public const string Zone = "zone";
    public const string Language = "language";
    public const string Size = "size";
    public const string Quiet = "quiet";
    public const string Roles = "roles";

    /// <summary>Whether it is meant for the whole chat or for this place within it alone.</summary>
    public const string For = "for";

    public const string Here = "here";
    public const string All = "all";

    /// <summary>As a value: what was set there is set no more, and what holds around it does.</summary>
    public const string Default = "default";

    /// <summary>As a value: no quiet hours, no roles.</summary>
    public const string None = "none";

    /// <summary>All that changes something.</summary>
    public static readonly string[] Changing = [Zone, Language, Size, Quiet, Roles];

    public static bool IsDefault(string value) => value.Trim().Equals(Default, StringComparison.OrdinalIgnoreCase);

    /// <param name="languages">Of the phrasebook.</param>
    public static IReadOnlyList<OptionDescription> Described(IEnumerable<string> languages) =>
        [
            new(Zone, "settings.zone", OptionKind.Zone, []),
            new(Language, "settings.language", OptionKind.Choice, [.. languages, PlaceLanguage.OwnName, Default]),
            new(Size, "settings.size", OptionKind.Choice, [.. ReadingSizes.Words, Default]),
            new(Quiet, "settings.quiet", OptionKind.Hours, []),
            new(For, "settings.for", OptionKind.Choice, [Here, All]),
            new(Roles, "settings.roles", OptionKind.Text, []),
        ];
}
