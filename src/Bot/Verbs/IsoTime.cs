using System.Globalization;

namespace Bot.Verbs;

/// <summary>Times as verbs write them: ISO 8601, UTC.</summary>
internal static class IsoTime
{
    public static string? Of(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
