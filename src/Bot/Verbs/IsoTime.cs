using System.Globalization;

namespace Bot.Verbs;

/// <summary>Times as verbs write and read them: ISO 8601, in UTC where no zone is told.</summary>
internal static class IsoTime
{
    /// <summary>The forms that RFC 3339 keeps of the standard, also without seconds, without a zone, or a date alone.</summary>
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd' 'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd' 'HH:mmK",
        "yyyy-MM-dd",
        "yyyyMMdd'T'HHmmssK",
    ];

    public static string? Of(DateTimeOffset? time) =>
        time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static bool TryParse(string written, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(
            written,
            Forms,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out time
        );
}
