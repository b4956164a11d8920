using System.Globalization;

namespace Bot.Core.Feeds.Dates;

/// <summary>The time of a day and its zone, as feeds write them.</summary>
internal static class Clock
{
    /// <summary>From an hour on, over "am" and "pm": <c>3:07pm</c>, <c>12:00:05.25</c>.</summary>
    /// <param name="half">Which half of the day stood before it, as in Korean.</param>
    public static TimeSpan? ReadTime(ref DateCursor at, DayHalf half)
    {
        var hour = Number(at.TakeDigits());
        at.Skip();
        var minute = Number(at.TakeDigits());
        var second = 0;
        if (at.Letter == ':')
        {
            at.Skip();
            var digits = at.TakeDigits();
            if (digits.IsEmpty || at.Letter == ':')
                return null;
            second = Number(digits);
            if (at.Letter is '.' or ',' && at.Rest.Length > 1 && char.IsAsciiDigit(at.Rest[1]))
            {
                at.Skip();
                at.TakeDigits();
            }
        }

        if (half == DayHalf.None)
            half = ReadHalf(ref at);
        if (half != DayHalf.None && hour is >= 1 and <= 12)
            hour = hour % 12 + (half == DayHalf.Afternoon ? 12 : 0);
        return Find(hour, minute, second);
    }

    /// <returns>Null where no clock shows that.</returns>
    public static TimeSpan? Find(int hour, int minute, int second)
    {
        // A leap second has no place in .NET's calendar; it is the one before, once more.
        var isRight = hour <= 23 && minute <= 59 && second <= 60 || hour == 24 && minute == 0 && second == 0;
        return isRight ? new TimeSpan(hour, minute, Math.Min(second, 59)) : null;
    }

    /// <summary>A word that is no zone is left to be read: "12:05 Uhr", "12:05 March 2".</summary>
    /// <param name="offset">East of Greenwich; null where no zone is given.</param>
    /// <returns>False where what stands there can be no zone.</returns>
    public static bool TryReadZone(ref DateCursor at, out TimeSpan? offset)
    {
        offset = null;
        at.SkipAny(" \t,");
        if (at.IsAtEnd || at.Letter == '(')
            return true;
        if (at.Letter is '+' or '-' or '−')
            return TryReadOffset(ref at, out offset);
        if (!char.IsLetter(at.Letter))
            return true;
        if (at.Rest.StartsWith("Etc/", StringComparison.OrdinalIgnoreCase))
            at.Skip(4);
        var ahead = at;
        var word = ahead.TakeWord();
        if (ZoneNames.Find(word) is not { } zone || MonthNames.Find(word) is not null)
            return true;
        at = ahead;
        offset = zone;
        // GMT+0100, UTC -5
        ahead.SkipAny(" ");
        if (
            zone == TimeSpan.Zero
            && ahead.Letter is '+' or '-'
            && ahead.Rest.Length > 1
            && char.IsAsciiDigit(ahead.Rest[1])
        )
        {
            at = ahead;
            return TryReadOffset(ref at, out offset);
        }

        return true;
    }

    private static bool TryReadOffset(ref DateCursor at, out TimeSpan? offset)
    {
        offset = null;
        var isWest = at.Letter != '+';
        at.Skip();
        at.SkipAny(" ");
        var digits = at.TakeDigits();
        if (digits.IsEmpty)
            return false;
        var (hours, minutes) = digits.Length > 2 ? (Number(digits[..^2]), Number(digits[^2..])) : (Number(digits), 0);
        if (at.Letter == ':')
        {
            at.Skip();
            var rest = at.TakeDigits();
            if (rest.IsEmpty)
                return false;
            minutes = Number(rest);
        }

        if (hours > 24 || minutes > 59)
            return false;
        var size = new TimeSpan(hours, minutes, 0);
        offset = isWest ? -size : size;
        return !char.IsLetter(at.Letter) || ZoneNames.Find(at.TakeWord()) is not null;
    }

    private static DayHalf ReadHalf(ref DateCursor at)
    {
        var ahead = at;
        ahead.SkipAny(" ");
        var rest = ahead.Rest;
        foreach (var (name, half) in DayHalves.Names)
        {
            if (!rest.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                continue;
            ahead.Skip(name.Length);
            if (char.IsLetter(ahead.Letter))
                continue;
            at = ahead;
            return half;
        }

        return DayHalf.None;
    }

    private static int Number(ReadOnlySpan<char> digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
}
