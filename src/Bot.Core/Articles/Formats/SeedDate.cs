using System.Globalization;

namespace Bot.Core.Articles.Formats;

/// <summary>Dates as people write them into a seed; without zone they are UTC.</summary>
internal static class SeedDate
{
    /// <returns>Null where the date cannot be told for certain: 1/2/2025 is two dates.</returns>
    public static DateTimeOffset? TryParse(string? written)
    {
        written = written?.Trim();
        if (written is null || written.Length is < 8 or > 64)
            return null;
        var isIso =
            written.Length >= 10 && written[4] == '-' && written.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;
        var namesMonth = written.Any(char.IsLetter) && !written.Contains('/', StringComparison.Ordinal);
        return
            (isIso || namesMonth)
            && DateTimeOffset.TryParse(
                written,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var date
            )
            && date.Year > 1600
            ? date
            : null;
    }
}
