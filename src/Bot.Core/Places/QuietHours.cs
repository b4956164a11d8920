using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Places;

/// <summary>Local hours of each day in which a place wants to hear nothing unasked: "22:00-07:00".</summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="Until">The first that is not; earlier than <paramref name="From"/> where midnight lies between.</param>
public sealed partial record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>None, said as such: also where the chat around has some.</summary>
    public static readonly QuietHours None = new(default, default);

    private const int Longest = 40;

    public bool IsNone => From == Until;

    public bool Contains(TimeOnly time) => !IsNone && time.IsBetween(From, Until);

    /// <returns>Null where the words are no hours, or would be a whole day's.</returns>
    public static QuietHours? TryParse(string written)
    {
        var words = written.Trim().ToLowerInvariant();
        if (words is "none" or "never" or "off" or "no")
            return None;
        return
            words.Length <= Longest
            && Between().Split(words) is [var from, var until]
            && Time(from) is { } first
            && Time(until) is { } end
            && first != end
            ? new QuietHours(first, end)
            : null;
    }

    /// <summary>True where the words are hours or may become some: "22", "22:00 to".</summary>
    public static bool IsBeginning(string words) =>
        words.Length <= Longest
        && (
            TryParse(words) is not null
            || Between().Split(words.Trim().ToLowerInvariant()) is { Length: <= 2 } ends
                && Time(ends[0]) is not null
                && string.Concat(ends.Skip(1)).Length == 0
        );

    /// <summary>As configuration writes it.</summary>
    public override string ToString() =>
        IsNone ? "none" : string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{Until:HH:mm}");

    private static TimeOnly? Time(string written) =>
        written is "24" or "24:00" ? TimeOnly.MinValue : ClockTime.TryParse(written);

    [GeneratedRegex(@"\s*[-–]\s*|\s+(?:to|until|till|bis)(?:\s+|$)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
