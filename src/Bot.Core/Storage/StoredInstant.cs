using System.Globalization;

namespace Bot.Core.Storage;

/// <summary>Points in time as the store writes them: UTC to the millisecond, so that their texts sort as they do.</summary>
internal static class StoredInstant
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string stored) =>
        DateTimeOffset.ParseExact(stored, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
