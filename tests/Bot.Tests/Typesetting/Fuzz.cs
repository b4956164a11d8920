using System.Globalization;

namespace Bot.Tests.Typesetting;

/// <summary>How many replies a property is looked at with: BYLINE_FUZZ=100000 in the environment for so many.</summary>
internal static class Fuzz
{
    private const int Usual = 300;

    public static readonly int Replies = int.TryParse(
        Environment.GetEnvironmentVariable("BYLINE_FUZZ"),
        CultureInfo.InvariantCulture,
        out var count
    )
        ? count
        : Usual;
}
