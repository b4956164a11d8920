using System.Globalization;

namespace Bot.Core.Places;

/// <summary>What is set for a chat, or for one place within it alone. Null is what is not set there.</summary>
public sealed record PlaceSettings
{
    public static readonly PlaceSettings Nothing = new();

    /// <summary>Null also where this machine does not know the one that was chosen.</summary>
    public TimeZoneInfo? Zone { get; init; }

    public PlaceLanguage? Language { get; init; }

    /// <summary>Of digests and summaries for which nobody says another.</summary>
    public ReadingSize? Size { get; init; }

    public QuietHours? Quiet { get; init; }

    /// <summary>These, and where they say nothing, what holds around them.</summary>
    public PlaceSettings Over(PlaceSettings around) =>
        new()
        {
            Zone = Zone ?? around.Zone,
            Language = Language ?? around.Language,
            Size = Size ?? around.Size,
            Quiet = Quiet ?? around.Quiet,
        };
}

/// <summary>In which language things are said in a place.</summary>
/// <param name="Culture">Null for each reader's own.</param>
public sealed record PlaceLanguage(CultureInfo? Culture)
{
    /// <summary>As it is typed and stored for each reader's own.</summary>
    public const string OwnName = "auto";

    public static readonly PlaceLanguage Own = new((CultureInfo?)null);

    /// <summary>"de", "auto"</summary>
    public string Name => Culture?.Name ?? OwnName;

    /// <param name="name">Of a language that this machine knows, or "auto".</param>
    public static PlaceLanguage Named(string name) =>
        name.Equals(OwnName, StringComparison.OrdinalIgnoreCase) ? Own : new(CultureInfo.GetCultureInfo(name));
}
