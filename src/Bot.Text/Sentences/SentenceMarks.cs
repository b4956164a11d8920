using System.Buffers;

namespace Bot.Text.Sentences;

/// <summary>The marks that end, close and open sentences, over all scripts.</summary>
internal static class SentenceMarks
{
    /// <summary>The terminators, and the brackets that keep a sentence whole.</summary>
    public static readonly SearchValues<char> Signs = SearchValues.Create([
        .. Enumerable.Range(0, char.MaxValue + 1).Select(c => (char)c).Where(c => c is '(' or '[' || IsTerminator(c)),
    ]);

    public static bool IsTerminator(char c) =>
        c < 0x80
            ? c is '.' or '!' or '?'
            : c
                is '…'
                    or '‼'
                    or '⁇'
                    or '⁈'
                    or '⁉'
                    or '‽'
                    or '؟'
                    or '۔'
                    or '।'
                    or '॥'
                    or '։'
                    or '።'
                    or '፧'
                    or '။'
                    or '។'
                    or '᠃'
                || EndsWithoutSpace(c);

    /// <summary>Marks of scripts that put no space after them.</summary>
    public static bool EndsWithoutSpace(char c) => c is '。' or '！' or '？' or '｡' or '．';

    public static bool IsStrong(char c) => IsTerminator(c) && c is not ('.' or '…');

    public static bool IsDash(char c) => c is '-' or '–' or '—' or '―' or '−';

    public static bool IsCloser(char c) =>
        c
            is '"'
                or '\''
                or ')'
                or ']'
                or '}'
                or '”'
                or '’'
                or '»'
                or '›'
                or '」'
                or '』'
                or '）'
                or '】'
                or '〉'
                or '》';

    public static bool IsOpener(char c) =>
        c
            is '"'
                or '\''
                or '('
                or '['
                or '{'
                or '“'
                or '‘'
                or '„'
                or '‚'
                or '«'
                or '‹'
                or '¿'
                or '¡'
                or '`'
                or '_'
                or '「'
                or '『'
                or '（';

    public static int SkipClosers(string text, int i, int end)
    {
        while (i < end && IsCloser(text[i]))
            i++;
        return i;
    }

    public static int SkipBlank(string text, int i, int end)
    {
        while (i < end && char.IsWhiteSpace(text[i]))
            i++;
        return i;
    }

    /// <summary>A stray mark or dots alone say nothing; an emoji does.</summary>
    public static bool IsMarksAlone(ReadOnlySpan<char> span)
    {
        foreach (var c in span)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.IsSymbol(c))
                return false;
        }

        return true;
    }
}
