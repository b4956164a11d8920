using System.Globalization;

namespace Bot.Core.Storage;

/// <summary>Points in time as the store writes them: UTC to the millisecond, so that their texts sort as they do.</summary>
internal static class StoredInstant
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <returns>Null where it is none: one bad row is no reason to leave the others.</returns>
    public static DateTimeOffset? TryRead(string stored) =>
        DateTimeOffset.TryParseExact(
            stored,
            Format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant
        )
            ? instant
            : null;

    public static DateTimeOffset Read(string stored) =>
        DateTimeOffset.ParseExact(stored, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
