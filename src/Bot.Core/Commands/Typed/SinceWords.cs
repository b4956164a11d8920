using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Places;

namespace Bot.Core.Commands.Typed;

/// <summary>
/// Since when, as people write it in English and German: "3h", "2 days", "vor 2 Tagen", "yesterday", "montag", "14:30",
/// "2026-11-20", "20 Nov", "20.11.", "November".
/// </summary>
internal static partial class SinceWords
{
    private const int LongestWords = 40;

    /// <summary>Whether words name a moment does not depend on when they are said.</summary>
    private static readonly DateTimeOffset SomeDay = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly CultureInfo[] Languages =
    [
        CultureInfo.GetCultureInfo("en"),
        CultureInfo.GetCultureInfo("de"),
    ];

    /// <returns>A moment to the minute, in the zone's time; null where the words name none.</returns>
    public static DateTimeOffset? TryRead(string written, DateTimeOffset now, TimeZoneInfo zone)
    {
        var words = Folded(written);
        if (words.Length is 0 or > LongestWords)
            return null;
        var here = TimeZoneInfo.ConvertTime(now, zone);
        if (Back(words) is { } back)
            return ToTheMinute(TimeZoneInfo.ConvertTime(now - back, zone));
        var today = DateOnly.FromDateTime(here.DateTime);
        if (DayIn(words, today) is { } day)
            return InZone(day.ToDateTime(TimeOnly.MinValue), zone);
        if (words.Contains(':', StringComparison.Ordinal) && ClockTime.TryParse(words) is { } clock)
            return InZone((clock.ToTimeSpan() <= here.TimeOfDay ? today : today.AddDays(-1)).ToDateTime(clock), zone);
        return DateTime.TryParseExact(
            words,
            ["yyyy-MM-dd HH:mm", "yyyy-MM-dd't'HH:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var exact
        )
            ? InZone(exact, zone)
            : null;
    }

    /// <summary>True where the words name a moment, or may with more of them: "20", "last", "vor 3".</summary>
    public static bool IsBeginning(string written) =>
        Opening().IsMatch(Folded(written)) || TryRead(written, SomeDay, TimeZoneInfo.Utc) is not null;

    /// <summary>What reads as the same moment again, whenever it is typed.</summary>
    public static string Written(DateTimeOffset moment) =>
        moment.ToString(
            moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm",
            CultureInfo.InvariantCulture
        );

    /// <summary>Dots and hyphens stay: they part the numbers of a date.</summary>
    private static string Folded(string written) =>
        string.Join(
            ' ',
            written
                .ToLowerInvariant()
                .Replace("ä", "a", StringComparison.Ordinal)
                .Replace(',', ' ')
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Where((word, i) => i > 0 || word is not ("since" or "seit"))
        );

    private static TimeSpan? Back(string words)
    {
        if (Ago().Match(words) is not { Success: true } match)
            return null;
        var count = int.TryParse(match.Groups["count"].ValueSpan, CultureInfo.InvariantCulture, out var number)
            ? number
            : 1;
        return match.Groups["unit"].Value[0] switch
        {
            'm' when match.Groups["unit"].Value.StartsWith("mo", StringComparison.Ordinal) => TimeSpan.FromDays(
                30L * count
            ),
            'm' => TimeSpan.FromMinutes((long)count),
            'h' or 's' => TimeSpan.FromHours(count),
            'd' or 't' => TimeSpan.FromDays(count),
            'w' => TimeSpan.FromDays(7L * count),
            _ => null,
        };
    }

    private static DateOnly? DayIn(string words, DateOnly today) =>
        words switch
        {
            "today" or "heute" => today,
            "yesterday" or "gestern" => today.AddDays(-1),
            "day before yesterday" or "the day before yesterday" or "vorgestern" => today.AddDays(-2),
            _ => WeekdayIn(words, today) ?? NumberedIn(words, today) ?? NamedIn(words, today),
        };

    /// <summary>The last one that is over or has begun before today: said on a Monday, "monday" is a week ago.</summary>
    private static DateOnly? WeekdayIn(string words, DateOnly today)
    {
        var word = Last().Replace(words, "").TrimEnd('.');
        foreach (var format in Languages.Select(l => l.DateTimeFormat))
        {
            for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
            {
                var name = format.GetDayName(day).ToLowerInvariant();
                var isIt =
                    word == name
                    || word == format.GetAbbreviatedDayName(day).ToLowerInvariant().TrimEnd('.')
                    || word.Length >= 3 && name.StartsWith(word, StringComparison.Ordinal)
                    || word == "sonnabend" && day == DayOfWeek.Saturday;
                if (isIt)
                    return today.AddDays(-(((int)today.DayOfWeek - (int)day + 6) % 7) - 1);
            }
        }

        return null;
    }

    /// <summary>"2026-11-20", "20.11.2026", "20.11.", "2026".</summary>
    private static DateOnly? NumberedIn(string words, DateOnly today)
    {
        if (Numbers().Match(words) is not { Success: true } match)
            return null;
        var month = NumberOf(match, "month") ?? 1;
        var day = NumberOf(match, "day") ?? 1;
        return NumberOf(match, "year") is { } year ? Date(year, month, day) : LastOf(month, day, today);
    }

    /// <summary>"20 Nov", "20. November 2026", "Nov 20", "November".</summary>
    private static DateOnly? NamedIn(string words, DateOnly today)
    {
        if (Names().Match(words) is not { Success: true } match || MonthOf(match.Groups["name"].Value) is not { } month)
            return null;
        var day = NumberOf(match, "day") ?? 1;
        return NumberOf(match, "year") is { } year ? Date(year, month, day) : LastOf(month, day, today);
    }

    private static int? MonthOf(string name)
    {
        foreach (var format in Languages.Select(l => l.DateTimeFormat))
        {
            for (var month = 1; month <= 12; month++)
            {
                if (Folded(format.GetMonthName(month)).StartsWith(name, StringComparison.Ordinal))
                    return month;
            }
        }

        return name is "sept" ? 9 : null;
    }

    private static int? NumberOf(Match match, string group) =>
        match.Groups[group] is { Success: true } number
            ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture)
            : null;

    /// <summary>A date without its year is the last that was.</summary>
    private static DateOnly? LastOf(int month, int day, DateOnly today) =>
        Enumerable
            .Range(0, 8) // 29 February may be as far away.
            .Select(back => Date(today.Year - back, month, day))
            .FirstOrDefault(date => date <= today);

    private static DateOnly? Date(int year, int month, int day) =>
        year is >= 1900 and <= 2999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    /// <summary>Where the clocks skip that time, as though they did not.</summary>
    private static DateTimeOffset InZone(DateTime local, TimeZoneInfo zone) => new(local, zone.GetUtcOffset(local));

    private static DateTimeOffset ToTheMinute(DateTimeOffset moment) =>
        moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerMinute));

    [GeneratedRegex(
        @"^(?:the |den |die |das )?(?:last |past |vor |letzte[nrs]? )?(?:(?<count>[0-9]{1,4}) ?|(?:a|an|one|eine[nrm]?|einem?) |(?<=(?:last|past|letzte[nrs]?) ))(?<unit>minutes?|mins?|minuten?|months?|monate?n?|m|hours?|hrs?|h|stunden?|std\.?|days?|d|tage?n?|weeks?|w|wochen?)(?: ago)?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Ago();

    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})|(?<day>[0-9]{1,2})\.\s?(?<month>[0-9]{1,2})\.?(?:\s?(?<year>[0-9]{4}))?|(?<year>(?:19|20)[0-9]{2}))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^(?:(?:the |den )?(?<day>[0-9]{1,2})(?:\.|st|nd|rd|th)? (?:of )?)?(?<name>[a-z]{3,9})\.?(?: (?<day>[0-9]{1,2})(?:st|nd|rd|th)?)?(?: (?<year>[0-9]{4}))?$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Names();

    [GeneratedRegex("^(?:last|past|letzte[nrs]?) ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Last();

    [GeneratedRegex(
        @"^(?:the|den|die|das|last|past|vor|letzte[nrs]?|an?|one|eine[nrm]?|day|day before|the day|the day before|[0-9]{1,2}\.?|(?:vor|last|past|(?:die |den )?letzten?) (?:[0-9]{1,4}|eine[nrm]?|an?|one))$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Opening();
}
