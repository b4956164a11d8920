using Bot.Text.Names;

namespace Bot.Text.Lexicons;

/// <summary>A name that the lists know.</summary>
/// <param name="Canonical">The one name that all forms of it share: "United States" for "U.S.".</param>
/// <param name="Power">How well known: people as a power of ten for a city, 9 for a country, 8 for a capital, a region or an organisation.</param>
internal readonly record struct KnownName(EntityType Type, string Canonical, int Power)
{
    /// <summary>The least power of a name that the lists made by hand have.</summary>
    public const int HandMade = 8;
}
