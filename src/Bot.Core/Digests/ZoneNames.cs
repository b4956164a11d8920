namespace Bot.Core.Digests;

/// <summary>Time zones by their IANA names.</summary>
internal static class ZoneNames
{
    public static TimeZoneInfo? TryFind(string name) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;

    /// <summary>
    /// The known name that is nearest to what was written, a city alone included ("berlin"). Reads every zone of the
    /// system, which takes a second: for a start that fails anyway.
    /// </summary>
    public static string? Nearest(string written)
    {
        var wished = Fold(written);
        return TimeZoneInfo
            .GetSystemTimeZones()
            .Select(z => (Name: z.Id, Slips: Math.Min(Slips(wished, Fold(z.Id)), Slips(wished, Fold(City(z.Id))))))
            .Where(z => z.Slips <= Math.Max(2, wished.Length / 3))
            .OrderBy(z => z.Slips)
            .ThenBy(z => z.Name.Contains('/', StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(z => z.Name, StringComparer.Ordinal)
            .Select(z => z.Name)
            .FirstOrDefault();
    }

    private static string City(string name) => name[(name.LastIndexOf('/') + 1)..];

    private static string Fold(string name) => name.Trim().Replace(' ', '_').ToUpperInvariant();

    /// <summary>Letters to put in, take out or change: Levenshtein's distance, one row at a time.</summary>
    private static int Slips(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= to.Length; j++)
            {
                var change = diagonal + (from[i - 1] == to[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
