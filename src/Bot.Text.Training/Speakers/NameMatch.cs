using Bot.Text.Spans;

namespace Bot.Text.Training.Speakers;

/// <summary>Whether two names may be one's: the last words are the same, and so are the first where both have one.</summary>
internal static class NameMatch
{
    public static bool MayBeOne(string one, string other)
    {
        var (a, b) = (Words(one), Words(other));
        if (a.Length == 0 || b.Length == 0)
            return false;
        if (a.SequenceEqual(b, StringComparer.Ordinal))
            return true;
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        if (
            shorter.Length < longer.Length
            && shorter.SequenceEqual(longer.Skip(longer.Length - shorter.Length), StringComparer.Ordinal)
        )
            return true;
        return a[^1] == b[^1] && (a[0] == b[0] || a[0][0] == b[0][0] && (a[0].Length < 3 || b[0].Length < 3));
    }

    private static string[] Words(string name) =>
        Folding
            .Fold(name)
            .Replace("'s", "", StringComparison.Ordinal)
            .Split([' ', ',', '.', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
