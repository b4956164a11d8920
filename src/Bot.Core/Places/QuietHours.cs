using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Places;

/// <summary>The hours of a day in which a place wants to hear nothing, by its own clocks: "22:00-07:00".</summary>
/// <param name="From">The first quiet minute.</param>
/// <param name="Until">The first that is not; earlier than <paramref name="From"/> where midnight lies between.</param>
public sealed partial record QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>Explicitly none, where the chat around has some.</summary>
    public static readonly QuietHours None = new(default, default);

    private const int Longest = 40;

    public bool IsNone => From == Until;

    public bool Contains(TimeOnly time) => !IsNone && time.IsBetween(From, Until);

    /// <summary>"22-7", "22:00 – 07:00", "22.30 to 6 h"; "none".</summary>
    /// <returns>Null where the words are no hours.</returns>
    public static QuietHours? TryParse(string written)
    {
        var words = written.Trim().ToLowerInvariant();
        if (words is "none" or "never" or "off")
            return None;
        if (words.Length > Longest || Pattern().Match(words) is not { Success: true } match)
            return null;
        return Time(match, "from") is { } from && Time(match, "until") is { } until && from != until
            ? new QuietHours(from, until)
            : null;
    }

    public override string ToString() =>
        IsNone ? "none" : string.Create(CultureInfo.InvariantCulture, $"{From:HH:mm}-{Until:HH:mm}");

    private static TimeOnly? Time(Match match, string end)
    {
        var hour = int.Parse(match.Groups[end].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups[$"{end}Minute"] is { Success: true } past
            ? int.Parse(past.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        return (hour, minute) switch
        {
            (< 24, < 60) => new TimeOnly(hour, minute),
            (24, 0) => default(TimeOnly),
            _ => null,
        };
    }

    [GeneratedRegex(
        @"^(?<from>[0-9]{1,2})(?:[:.](?<fromMinute>[0-9]{2}))?\s?(?:h|uhr)?\s*(?:-|–|to|bis)\s*(?<until>[0-9]{1,2})(?:[:.](?<untilMinute>[0-9]{2}))?\s?(?:h|uhr)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
