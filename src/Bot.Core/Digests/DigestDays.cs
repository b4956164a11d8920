using System.Globalization;

namespace Bot.Core.Digests;

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

    /// <summary>As configuration writes it: runs as ranges, Monday first.</summary>
    public override string ToString()
    {
        if (this == Daily)
            return "daily";
        var set = _set;
        var days = Enumerable.Range(1, 7).Select(d => d % 7).Where(d => (set & (1 << d)) != 0).ToList();
        var parts = new List<string>();
        for (var i = 0; i < days.Count; )
        {
            var length = 1;
            while (i + length < days.Count && days[i + length] == (days[i] + length) % 7)
                length++;
            parts.Add(
                length switch
                {
                    1 => Names[days[i]],
                    2 => $"{Names[days[i]]},{Names[days[i + 1]]}",
                    _ => $"{Names[days[i]]}-{Names[days[i + length - 1]]}",
                }
            );
            i += length;
        }

        return string.Join(',', parts);
    }

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
