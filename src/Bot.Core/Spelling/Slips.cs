namespace Bot.Core.Spelling;

/// <summary>Small slips of the typing hand: a letter too many, too few, wrong, or swapped with its neighbour.</summary>
public static class Slips
{
    private const int LongestCompared = 64;

    /// <summary>How many slips a word of that length may hold and still be taken for another.</summary>
    public static int Allowed(int length) =>
        length switch
        {
            <= 3 => 0,
            <= 5 => 1,
            <= 10 => 2,
            _ => 3,
        };

    /// <returns>How many slips lie between the two, or null where it is more than their length allows.</returns>
    public static int? Between(string typed, string meant)
    {
        var allowed = Allowed(Math.Min(typed.Length, meant.Length));
        return Count(typed, meant) is var slips && slips <= allowed ? slips : null;
    }

    /// <returns>The one of the candidates that the word was most likely meant to be, null where none is near.</returns>
    public static string? Nearest(string typed, IEnumerable<string> candidates)
    {
        var folded = Unaccented.Of(typed);
        return candidates
            .Select(c => (Word: c, Slips: SlipsOrStart(folded, Unaccented.Of(c))))
            .Where(c => c.Slips is not null)
            .OrderBy(c => c.Slips)
            .Select(c => c.Word)
            .FirstOrDefault();
    }

    /// <summary>Damerau and Levenshtein's distance, each pair of letters swapped once at most.</summary>
    public static int Count(string one, string other)
    {
        if (Math.Abs(one.Length - other.Length) > 3 || Math.Max(one.Length, other.Length) > LongestCompared)
            return int.MaxValue;
        Span<int> before = stackalloc int[other.Length + 1];
        Span<int> last = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
            last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var wrong = one[i - 1] == other[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + wrong);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            last.CopyTo(before);
            row.CopyTo(last);
        }

        return last[other.Length];
    }

    /// <summary>A word typed in part ("sum") counts as one slip.</summary>
    private static int? SlipsOrStart(string typed, string meant) =>
        typed.Length >= 3 && meant.StartsWith(typed, StringComparison.Ordinal) ? 1
        : Count(typed, meant) is var slips && slips <= Math.Max(1, Allowed(Math.Max(typed.Length, meant.Length)))
            ? slips
        : null;
}
