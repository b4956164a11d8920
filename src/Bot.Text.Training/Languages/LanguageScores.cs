using System.Globalization;
using System.Text;

namespace Bot.Text.Training.Languages;

/// <summary>How many of a text's stretches are told rightly, at several lengths.</summary>
internal sealed record LanguageScores(string Language, IReadOnlyList<(int Count, int Right)> ByLength, string Confused)
{
    /// <summary>In characters.</summary>
    private static readonly int[] Lengths = [20, 50, Bar, 200];

    /// <summary>The length at which languages are to be told, and what they are taken for is counted.</summary>
    private const int Bar = 100;

    private const int MostStretches = 2000;

    /// <summary>Cuts the texts into stretches that begin with a word, and has each told.</summary>
    public static LanguageScores Of(string language, IEnumerable<string> texts, Func<string, string> guess)
    {
        var counts = new List<(int, int)>();
        var confused = new Dictionary<string, int>(StringComparer.Ordinal);
        var all = texts.Select(t => t.Replace('\n', ' ')).ToList();
        foreach (var length in Lengths)
        {
            var (count, right) = (0, 0);
            foreach (var stretch in all.SelectMany(t => Stretches(t, length).Take(MostStretches)))
            {
                var told = guess(stretch);
                count++;
                if (told == language)
                    right++;
                else if (length == Bar)
                    confused[told] = confused.GetValueOrDefault(told) + 1;
            }

            counts.Add((count, right));
        }

        return new LanguageScores(
            language,
            counts,
            string.Join(' ', confused.OrderByDescending(c => c.Value).Take(3).Select(c => $"{c.Key}:{c.Value}"))
        );
    }

    public static void Write(StringBuilder table, IEnumerable<LanguageScores> scores)
    {
        table.AppendLine("| language | stretches of 100 | 20 | 50 | 100 | 200 | taken at 100 for |");
        table.AppendLine("|---|---|---|---|---|---|---|");
        foreach (var score in scores)
            table.AppendLine(
                CultureInfo.InvariantCulture,
                $"| {score.Language} | {score.ByLength[Array.IndexOf(Lengths, Bar)].Count} | {string.Join(" | ", score.ByLength.Select(Share))} | {score.Confused} |"
            );
    }

    private static string Share((int Count, int Right) length) =>
        length.Count == 0 ? "–" : (100.0 * length.Right / length.Count).ToString("0.0", CultureInfo.InvariantCulture);

    private static IEnumerable<string> Stretches(string text, int length)
    {
        for (var start = 0; start + length <= text.Length; )
        {
            yield return text.Substring(start, length);
            start += length;
            while (
                start < text.Length
                && char.IsLetter(text[start - 1])
                && char.IsLetter(text[start])
                && text[start] < '\u0e00'
            )
                start++;
        }
    }
}
