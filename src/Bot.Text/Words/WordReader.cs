using Bot.Text.Spans;

namespace Bot.Text.Words;

/// <summary>Cuts a stretch of text into words, numbers and single punctuation marks, in order; white space is left out.</summary>
public static class WordReader
{
    public static IReadOnlyList<Word> Read(string text, TextSpan within)
    {
        var words = new List<Word>(within.Length / 5);
        for (var i = within.Start; i < within.End; )
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            if (!char.IsLetterOrDigit(text[i]))
            {
                words.Add(new Word(new TextSpan(i++, 1), WordKind.Punctuation));
                continue;
            }

            while (i < within.End && (char.IsLetterOrDigit(text[i]) || IsInner(text, i, within.End)))
                i++;
            var kind = char.IsDigit(text[start]) ? WordKind.Number : WordKind.Letters;
            words.Add(new Word(TextSpan.FromBounds(start, i), kind));
        }

        return words;
    }

    private static bool IsInner(string text, int i, int end) =>
        text[i] is '\'' or '’' or '-' or '.' or ','
        && i + 1 < end
        && char.IsLetterOrDigit(text[i + 1])
        && (text[i] is not ',' || char.IsDigit(text[i + 1]) && char.IsDigit(text[i - 1]));
}
