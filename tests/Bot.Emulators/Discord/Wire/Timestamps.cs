using System.Globalization;

namespace Bot.Emulators.Discord.Wire;

/// <summary>Times as the platform writes them.</summary>
internal static class Timestamps
{
    public static string Of(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
}
