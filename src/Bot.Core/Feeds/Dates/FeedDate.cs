using System.Globalization;

namespace Bot.Core.Feeds.Dates;

/// <summary>
/// Reads dates as feeds write them: RFC 822 and its descendants, ISO 8601, epochs, names in many languages, numbers in
/// any order. What could be no date is none: an article without a date is dated by when it was first seen.
/// </summary>
public static class FeedDate
{
    private const int Longest = 100;
    private const int EarliestYear = 1900;

    /// <returns>In UTC; a date without zone is taken for UTC. Null where the text is no date.</returns>
    public static DateTimeOffset? Find(string? written)
    {
        var text = written.AsSpan().Trim();
        if (text.IsEmpty || text.Length > Longest)
            return null;
        if (text.IndexOfAnyExceptInRange('0', '9') < 0)
            return OfDigits(text);
        var parts = new DateParts();
        return parts.TryRead(text) ? parts.ToDate() : null;
    }

    /// <returns>Null where there is no such day.</returns>
    internal static DateTimeOffset? Make(int year, int month, int day, TimeSpan time, TimeSpan offset)
    {
        if (
            year is < EarliestYear or >= 9999
            || month is < 1 or > 12
            || day < 1
            || day > DateTime.DaysInMonth(year, month)
        )
            return null;
        return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + time - offset;
    }

    /// <summary>Two digits of a year, as RFC 2822 reads them (section 4.3), with the century's turn moved to 1970.</summary>
    internal static int FullYear(int year, int digits) =>
        digits > 2 ? year
        : year < 70 ? 2000 + year
        : 1900 + year;

    private static DateTimeOffset? OfDigits(ReadOnlySpan<char> digits) =>
        digits.Length switch
        {
            4 => Make(Number(digits), 1, 1, TimeSpan.Zero, TimeSpan.Zero),
            6 => Make(
                FullYear(Number(digits[..2]), 2),
                Number(digits[2..4]),
                Number(digits[4..]),
                TimeSpan.Zero,
                TimeSpan.Zero
            ),
            8 => Make(Number(digits[..4]), Number(digits[4..6]), Number(digits[6..]), TimeSpan.Zero, TimeSpan.Zero),
            // The epoch's seconds from 2001 to 2286, and their thousandths.
            10 => DateTimeOffset.FromUnixTimeSeconds(long.Parse(digits, CultureInfo.InvariantCulture)),
            13 => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(digits, CultureInfo.InvariantCulture)),
            12 or 14 => OfCompact(digits),
            _ => null,
        };

    private static DateTimeOffset? OfCompact(ReadOnlySpan<char> digits)
    {
        var (hour, minute) = (Number(digits[8..10]), Number(digits[10..12]));
        var second = digits.Length == 14 ? Number(digits[12..]) : 0;
        return hour > 23 || minute > 59 || second > 59
            ? null
            : Make(
                Number(digits[..4]),
                Number(digits[4..6]),
                Number(digits[6..8]),
                new TimeSpan(hour, minute, second),
                TimeSpan.Zero
            );
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
