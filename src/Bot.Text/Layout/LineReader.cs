using System.Buffers;
using Bot.Text.Spans;

namespace Bot.Text.Layout;

/// <summary>Cuts a text into its lines, however they are ended.</summary>
internal static class LineReader
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\u000b\u000c\u0085\u2028\u2029");

    public static List<Line> Read(string text, int from)
    {
        var lines = new List<Line>();
        var isAfterBlank = true;
        for (var start = from; start < text.Length; )
        {
            var end = text.AsSpan(start).IndexOfAny(LineEnds);
            end = end < 0 ? text.Length : start + end;
            var span = WithoutMarker(text, TextSpan.FromBounds(start, end).TrimmedIn(text));
            if (!span.IsEmpty)
                lines.Add(new Line(span, span.Start - start, isAfterBlank));
            var isPair = end + 1 < text.Length && text[end] == '\r' && text[end + 1] == '\n';
            isAfterBlank = span.IsEmpty || end < text.Length && text[end] == '\u2029';
            start = end + (isPair ? 2 : 1);
        }

        return lines;
    }

    /// <summary>A byte order mark or a blank of no width that was pasted in is no part of a line.</summary>
    private static TextSpan WithoutMarker(string text, TextSpan span)
    {
        var start = span.Start;
        while (start < span.End && text[start] is '\ufeff' or '\u200b' or '\u2060')
            start++;
        return TextSpan.FromBounds(start, span.End).TrimmedIn(text);
    }
}
