using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Digests.Schedules;

/// <summary>Lengths of time as people write them: 3h, 3 hours, 30min, an hour, never.</summary>
public static partial class SpanWords
{
    private const int Longest = 20;

    /// <param name="one">What a number without a unit counts.</param>
    /// <returns>Null where the words are no length of time; zero for "never".</returns>
    public static TimeSpan? TryParse(string written, TimeSpan one)
    {
        var words = written.Trim().ToLowerInvariant();
        if (words is "never" or "none" or "off" or "no")
            return TimeSpan.Zero;
        if (words is "hour" or "an hour")
            return TimeSpan.FromHours(1);
        if (words is "half an hour" or "half hour")
            return TimeSpan.FromMinutes(30);
        if (words.Length > Longest || Pattern().Match(words) is not { Success: true } match)
            return null;
        var number = int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups["unit"] is { Success: true } unit
            ? number * (unit.Value[0] == 'm' ? TimeSpan.FromMinutes(1) : TimeSpan.FromHours(1))
            : number * one;
    }

    /// <summary>As configuration writes it: "3h", "30min", "never".</summary>
    public static string Written(TimeSpan span) =>
        span == TimeSpan.Zero ? "never"
        : span.Ticks % TimeSpan.TicksPerHour == 0 ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0}h")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0}min");

    [GeneratedRegex(
        @"^(?<number>[0-9]{1,4})(?:\s?(?<unit>m(?:in(?:ute|uten|utes|s)?)?|h(?:ours?|rs?)?|std|stunden?)\.?)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pattern();
}
