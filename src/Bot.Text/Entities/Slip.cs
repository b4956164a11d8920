namespace Bot.Text.Entities;

/// <summary>Tells a slip of the pen from another name: "Mauer" for "Maurer", "Kristin" for "Kristen".</summary>
internal static class Slip
{
    /// <summary>Shorter names differ by one letter too often: "Jon" and "Joan", "Lee" and "Lees".</summary>
    private const int ShortestName = 5;

    private const int LongName = 8;
    private const int LongestName = 24;

    /// <summary>One letter more, less or other, in a long name two; the first letter must be the same, and so must the last where either name ends in "a", "o", "s" or "e".</summary>
    public static bool IsSlipOf(string? name, string? other)
    {
        if (name is null || other is null || name == other)
            return false;
        var shorter = Math.Min(name.Length, other.Length);
        if (shorter < ShortestName || Math.Max(name.Length, other.Length) > LongestName)
            return false;
        if (name[0] != other[0] || TellsApart(name, other))
            return false;
        return Distance(name, other) <= (shorter >= LongName ? 2 : 1);
    }

    /// <summary>"Water" for "Waters", "Hawkin" for "Hawkins": the last letter is gone.</summary>
    public static bool IsWithoutPlural(string name, string other) =>
        name.Length >= ShortestName
        && other.Length == name.Length + 1
        && other[^1] == 's'
        && other.StartsWith(name, StringComparison.Ordinal);

    /// <summary>"Maria" and "Mario", "Ivanov" and "Ivanova", "Roberts" and "Robert".</summary>
    private static bool TellsApart(string name, string other) =>
        name[^1] != other[^1] && (name[^1] is 'a' or 'o' or 's' or 'e' || other[^1] is 'a' or 'o' or 's' or 'e');

    private static int Distance(string one, string two)
    {
        Span<int> row = stackalloc int[two.Length + 1];
        for (var j = 0; j <= two.Length; j++)
            row[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= two.Length; j++)
            {
                var change = corner + (one[i - 1] == two[j - 1] ? 0 : 1);
                corner = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[two.Length];
    }
}
