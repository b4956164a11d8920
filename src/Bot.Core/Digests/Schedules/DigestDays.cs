using System.Globalization;

namespace Bot.Core.Digests.Schedules;

/// <summary>The days of the week on which a digest appears: "daily", "mon-fri", "mon,wed,sat", "fri-mon".</summary>
public sealed record DigestDays
{
    private static readonly string[] Names = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    private readonly byte _set;

    private DigestDays(int set) => _set = (byte)set;

    public static DigestDays Daily { get; } = new(0b111_1111);

    public bool Contains(DayOfWeek day) => (_set & (1 << (int)day)) != 0;

    public static DigestDays? TryParse(string written)
    {
        var set = 0;
        foreach (var part in written.Split(',', StringSplitOptions.TrimEntries))
        {
            if (part.Equals("daily", StringComparison.OrdinalIgnoreCase))
                return written.Contains(',', StringComparison.Ordinal) ? null : Daily;
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last)
                return null;
            set |= 1 << first;
            for (var day = first; day != last; day = (day + 1) % 7)
                set |= 1 << ((day + 1) % 7);
        }

        return new DigestDays(set);
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

    /// <summary>English names, whole or shortened to three letters and more.</summary>
    private static int? Day(string written)
    {
        if (written.Length < 3)
            return null;
        var names = CultureInfo.InvariantCulture.DateTimeFormat.DayNames;
        var found = Array.FindIndex(names, n => n.StartsWith(written, StringComparison.OrdinalIgnoreCase));
        return found < 0 ? null : found;
    }
}
