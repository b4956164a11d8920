using System.Globalization;

namespace Bot.Core.Feeds.Dates;

/// <summary>The parts of one date, in whatever order they come.</summary>
internal sealed class DateParts
{
    private static readonly TimeSpan Korea = TimeSpan.FromHours(9);

    private readonly List<(int Value, int Digits)> numbers = [];
    private DayOfWeek? weekday;
    private int? month;

    /// <summary>How many numbers stood before the month's name.</summary>
    private int monthAfter;
    private char separator;
    private DayHalf half;
    private TimeSpan? time;
    private TimeSpan? offset;
    private bool isKorean;

    /// <returns>False where something in it can be no part of a date.</returns>
    public bool TryRead(ReadOnlySpan<char> text)
    {
        var at = new DateCursor(text);
        while (!at.IsAtEnd)
        {
            if (time is null && at.IsClock())
            {
                if (Clock.ReadTime(ref at, half) is not { } read || !Clock.TryReadZone(ref at, out offset))
                    return false;
                time = read;
            }
            else if (char.IsAsciiDigit(at.Letter))
            {
                if (!TryReadNumber(ref at))
                    return false;
            }
            else if (char.IsLetter(at.Letter))
                ReadWord(ref at);
            else if (at.Letter == '(')
                break;
            else
                ReadSign(ref at);
        }

        return numbers.Count <= 4;
    }

    public DateTimeOffset? ToDate()
    {
        var found = month is { } named
            ? WithName(named)
            : numbers.Count switch
            {
                3 => WithNumbers(),
                2 => YearAndMonth(),
                1 when numbers[0].Digits == 4 => (numbers[0].Value, 1, 1),
                _ => null,
            };
        return found is var (year, number, day)
            ? FeedDate.Make(year, number, day, time ?? TimeSpan.Zero, offset ?? (isKorean ? Korea : TimeSpan.Zero))
            : null;
    }

    /// <returns>False where a time stands right behind it that no clock shows.</returns>
    private bool TryReadNumber(ref DateCursor at)
    {
        var digits = at.TakeDigits();
        if (digits.Length == 8 && numbers.Count == 0)
        {
            // 20031231T101455
            numbers.Add((Number(digits[..4]), 4));
            numbers.Add((Number(digits[4..6]), 2));
            numbers.Add((Number(digits[6..]), 2));
            return at.Letter is not ('T' or 't') || TryReadCompactTime(ref at);
        }

        numbers.Add((Number(digits), digits.Length));
        // 1st, 2nd, 3rd, 4th
        if (
            at.Rest.Length >= 2
            && at.Rest[..2] is "st" or "nd" or "rd" or "th"
            && (at.Rest.Length == 2 || !char.IsLetter(at.Rest[2]))
        )
            at.Skip(2);
        return true;
    }

    private bool TryReadCompactTime(ref DateCursor at)
    {
        at.Skip();
        if (at.IsClock())
            return true;
        var digits = at.TakeDigits();
        if (digits.Length is not (4 or 6))
            return true;
        time = Clock.Find(Number(digits[..2]), Number(digits[2..4]), digits.Length == 6 ? Number(digits[4..]) : 0);
        return time is not null && Clock.TryReadZone(ref at, out offset);
    }

    private void ReadWord(ref DateCursor at)
    {
        var word = at.TakeWord();
        if (word is "T" or "t" && at.IsClock())
            return;
        if (word[0] is >= '\uAC00' and <= '\uD7A3')
            isKorean = true;
        if (DayHalves.Find(word) is var found and not DayHalf.None)
            half = found;
        // Before all numbers stands a weekday, too: "mar., 03 févr. 2026" is a Tuesday. What follows day and year is no month.
        else if ((month is null || monthAfter == 0 && numbers.Count < 2) && MonthNames.Find(word) is { } named)
            (month, monthAfter) = (named, numbers.Count);
        else if (FindWeekday(word) is { } day)
            weekday ??= day;
        else if (
            offset is null
            && (time is not null || numbers.Count == 2 && month is not null)
            && word.IndexOfAnyExceptInRange('A', 'Z') < 0
        )
            offset = ZoneNames.Find(word);
    }

    private void ReadSign(ref DateCursor at)
    {
        if (numbers.Count == 1 && at.Letter is '/' or '.' or '-')
            separator = separator == '\0' ? at.Letter : separator;
        at.Skip();
    }

    private (int, int, int)? WithName(int named)
    {
        if (numbers.Count != 2)
            return null;
        var (first, second) = (numbers[0], numbers[1]);
        // 2004-július-13, 04-Jan-2001, Jan 4 2001, 4 Jan 01
        var isYearFirst = first.Digits == 4 || first.Value > 31 && second.Digits <= 2;
        var (year, day) = isYearFirst ? (first, second) : (second, first);
        return day.Digits > 2 || year.Digits is not (2 or 4)
            ? null
            : (FeedDate.FullYear(year.Value, year.Digits), named, day.Value);
    }

    private (int, int, int)? WithNumbers()
    {
        var (a, b, c) = (numbers[0], numbers[1], numbers[2]);
        if (a.Digits == 4)
            return b.Value > 12 ? (a.Value, c.Value, b.Value) : (a.Value, b.Value, c.Value);
        var year = FeedDate.FullYear(c.Value, c.Digits);
        if (c.Digits <= 2 && separator == '-' && a.Digits == 2 && b.Value <= 12 && c.Value <= 31)
            return (FeedDate.FullYear(a.Value, 2), b.Value, c.Value);
        var isMonthFirst = separator == '/' ? a.Value <= 12 : b.Value > 12;
        if (weekday is { } day && a.Value <= 12 && b.Value <= 12)
            isMonthFirst = Falls(year, a.Value, b.Value, day) || !Falls(year, b.Value, a.Value, day) && isMonthFirst;
        return isMonthFirst ? (year, a.Value, b.Value) : (year, b.Value, a.Value);
    }

    private (int, int, int)? YearAndMonth()
    {
        var (year, rest) = (numbers[0], numbers[1]);
        if (year.Digits == 4 && rest.Digits == 3 && rest.Value is >= 1 and <= 366)
        {
            // A day of the year.
            var date = new DateOnly(Math.Clamp(year.Value, 1, 9998), 1, 1).AddDays(rest.Value - 1);
            return (date.Year, date.Month, date.Day);
        }

        return year.Digits is 2 or 4 && rest.Digits <= 2 && separator is '-' or '/'
            ? (FeedDate.FullYear(year.Value, year.Digits), rest.Value, 1)
            : null;
    }

    private static bool Falls(int year, int month, int day, DayOfWeek on) =>
        FeedDate.Make(year, month, day, TimeSpan.Zero, TimeSpan.Zero)?.DayOfWeek == on;

    private static DayOfWeek? FindWeekday(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return null;
        for (var day = DayOfWeek.Sunday; day <= DayOfWeek.Saturday; day++)
        {
            if (day.ToString().AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return day;
        }

        return null;
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
