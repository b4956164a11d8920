using System.Buffers;

namespace Bot.Core.Feeds.Markup;

/// <summary>Takes out control characters, which no feed may have (XML 1.0, section 2.2) and many do.</summary>
internal static class Controls
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(n => (char)n).Where(l => l is not ('\t' or '\n' or '\r')),
        '\uFFFE',
        '\uFFFF',
    ]);

    public static string Without(string text) =>
        text.AsSpan().IndexOfAny(Forbidden) < 0
            ? text
            : string.Create(
                text.Length - Count(text),
                text,
                static (kept, given) =>
                {
                    var at = 0;
                    foreach (var letter in given)
                    {
                        if (!Forbidden.Contains(letter))
                            kept[at++] = letter;
                    }
                }
            );

    private static int Count(string text)
    {
        var count = 0;
        foreach (var letter in text)
        {
            if (Forbidden.Contains(letter))
                count++;
        }

        return count;
    }
}
