using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Places;

/// <summary>Times of day as people write them: 07:30, 7.30, 0730, 7am, 7:30 pm, 19h, noon; "7, 12:30 and 6 pm".</summary>
public static partial class ClockTime
{
    private const int LongestTime = 20;
    private const int LongestList = 200;

    /// <summary>Several, between them commas, blanks or "and"; what follows the last of them may still be to come.</summary>
    /// <returns>In order, each once. Null where any of the words is no time of day.</returns>
    public static IReadOnlyList<TimeOnly>? TryParseAll(string written)
    {
        if (written.Length > LongestList)
            return null;
        var times = new List<TimeOnly>();
        foreach (var part in Between().Split(written.Trim().ToLowerInvariant()).Where(p => p.Length > 0))
        {
            if (TryParse(part) is not { } time)
                return null;
            times.Add(time);
        }

        return times.Count == 0 ? null : [.. times.Distinct().Order()];
    }

    /// <returns>Null where the words are no time of day.</returns>
    public static TimeOnly? TryParse(string written)
    {
        var words = written.Trim().ToLowerInvariant();
        if (words.Length > LongestTime)
            return null;
        if (words is "noon" or "midday" or "midnight")
            return new TimeOnly(words == "midnight" ? 0 : 12, 0);
        if (Pattern().Match(words) is not { Success: true } match)
            return null;
        var hour = int.Parse(match.Groups["hour"].ValueSpan, CultureInfo.InvariantCulture);
        var minute = match.Groups["minute"] is { Success: true } past
            ? int.Parse(past.ValueSpan, CultureInfo.InvariantCulture)
            : 0;
        if (match.Groups["half"] is { Success: true } half)
        {
            if (hour is < 1 or > 12)
                return null;
            hour = (hour % 12) + (half.Value[0] == 'p' ? 12 : 0);
        }

        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    /// <summary>A blank before "pm" or "Uhr" divides nothing.</summary>
    [GeneratedRegex(
        @"(?:\s*[,;&+]\s*|\s+(?:and|und)(?:\s+|$)|\s+(?!(?:[ap]\.?m\b|h\b|uhr\b)))+",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Between();

    [GeneratedRegex(
        @"^(?<hour>[0-9]{1,2})(?:[:.h]?(?<minute>[0-9]{2}))?(?:\s?(?<half>[ap])\.?m\.?|\s?(?:h|uhr))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
