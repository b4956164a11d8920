using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Digests.Schedules;

/// <summary>The days of the week on which a digest appears: "daily", "weekdays", "mon-fri", "mon,wed,sat", "fri-mon".</summary>
public sealed partial record DigestDays
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private const int LongestChoice = 80;

    private const StringSplitOptions Splitting = StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries;

    private readonly byte _set;

    private DigestDays(int set) => _set = (byte)set;

    public static DigestDays Daily { get; } = new(0b111_1111);

    /// <summary>True where it is one day of the week.</summary>
    public bool IsOne => byte.IsPow2(_set);

    public bool Contains(DayOfWeek day) => (_set & (1 << (int)day)) != 0;

    /// <returns>Null where the words are no choice of days.</returns>
    public static DigestDays? TryParse(string written)
    {
        var words = written.Trim().Replace('–', '-').ToLowerInvariant();
        if (words.Length > LongestChoice)
            return null;
        switch (words)
        {
            case "daily" or "every day" or "everyday" or "all":
                return Daily;
            case "weekdays" or "workdays":
                return new DigestDays(0b011_1110);
            case "weekend" or "weekends":
                return new DigestDays(0b100_0001);
        }

        var set = 0;
        foreach (var part in AroundDash().Replace(words, "-").Split([',', ' '], Splitting))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last)
                return null;
            set |= 1 << first;
            for (var day = first; day != last; day = (day + 1) % 7)
                set |= 1 << ((day + 1) % 7);
        }

        return set == 0 ? null : new DigestDays(set);
    }

    /// <summary>Days that follow each other, Monday first; a single day is a run of its own.</summary>
    public IReadOnlyList<(DayOfWeek First, DayOfWeek Last)> Runs()
    {
        var days = Enumerable.Range(1, 7).Select(d => (DayOfWeek)(d % 7)).ToList();
        var runs = new List<(DayOfWeek First, DayOfWeek Last)>();
        for (var i = 0; i < days.Count; i++)
        {
            if (!Contains(days[i]))
                continue;
            if (i > 0 && Contains(days[i - 1]))
                runs[^1] = (runs[^1].First, days[i]);
            else
                runs.Add((days[i], days[i]));
        }

        return runs;
    }

    /// <summary>As configuration writes it.</summary>
    public override string ToString() =>
        this == Daily
            ? "daily"
            : string.Join(
                ',',
                Runs()
                    .Select(r =>
                        r.First == r.Last ? Names[(int)r.First] : $"{Names[(int)r.First]}-{Names[(int)r.Last]}"
                    )
            );

    /// <summary>English names, whole or shortened to two letters and more.</summary>
    private static int? Day(string written)
    {
        if (written.Length < 2)
            return null;
        var names = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;
        var found = Array.FindIndex(names, n => n.StartsWith(written, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : found;
    }

    [GeneratedRegex(@"\s*-\s*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AroundDash();
}
