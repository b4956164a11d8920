using System.Globalization;

namespace Bot.Core.Delivery;

/// <summary>Instants as the tables of delivery keep them: UTC in one width, so that they compare as text.</summary>
internal static class StoredTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    public static string Write(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string written) =>
        new(
            DateTime.ParseExact(
                written,
                Format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
            )
        );
}
