using System.Text;
using Bot.Typesetting;

namespace Bot.Discord.Rendering;

/// <summary>One page of a galley in Discord's markdown: what runs over a line's end is closed there and opened again.</summary>
internal static class MarkdownPage
{
    private const Dress Inline = Dress.Bold | Dress.Link | Dress.Code;

    private const int LongestLineOpening = 5;
    private const int BoldSigns = 4;
    private const int CodeSigns = 2;
    private const int LinkSigns = 4;

    /// <returns>By place, the most that all letters before it take.</returns>
    public static IReadOnlyList<int> Weights(Galley galley)
    {
        var text = galley.Text;
        var weights = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
            weights[i + 1] = MarkdownEscapes.MostLetters(text[i]) + (text[i] == '\n' ? LongestLineOpening : 0);
        foreach (var (start, _) in galley.Addresses)
            weights[start + 1] += 2;
        foreach (var mark in galley.Marks)
        {
            for (var i = mark.Start; i < mark.End; i++)
            {
                if (i == mark.Start || text[i] == '\n')
                    weights[i + 1] += SignsOf(mark);
            }
        }

        for (var i = 0; i < text.Length; i++)
            weights[i + 1] += weights[i];
        return weights;
    }

    public static string Of(Galley galley, int start, int end)
    {
        var marks = galley.Marks.Where(m => m.Start < end && m.End > start).ToList();
        var page = new StringBuilder(end - start + 64);
        for (var at = start; at <= end; )
        {
            var lineEnd = galley.Text.IndexOf('\n', at, end - at);
            if (lineEnd < 0)
                lineEnd = end;
            if (page.Length > 0)
                page.Append('\n');
            WriteLine(page, galley.Text, marks, at, lineEnd);
            at = lineEnd + 1;
        }

        return page.ToString();
    }

    private static void WriteLine(StringBuilder page, string text, List<Mark> marks, int start, int end)
    {
        var (from, to) = Trimmed(text, start, end);
        var here = marks.Where(m => m.Start < Math.Max(to, start + 1) && m.End > from).ToList();
        if (here.Any(m => m.Kind is Dress.Quote))
            page.Append("> ");
        if (from == to)
            return;
        if (here.Any(m => m.Kind is Dress.Small))
            page.Append("-# ");
        if (here.Any(m => m.Kind is Dress.Heading))
            page.Append("### ");
        var at = from;
        foreach (var mark in here.Where(m => Inline.HasFlag(m.Kind)).OrderBy(m => m.Start))
        {
            var (first, last) = Trimmed(text, Math.Max(mark.Start, from), Math.Min(mark.End, to));
            if (!SendableWords.CanBeSeen(text.AsSpan(first, last - first)))
                continue;
            page.Append(MarkdownEscapes.Escaped(text[at..first], at == from, isLineEnd: false));
            WriteMarked(page, text[first..last], mark);
            at = last;
        }

        page.Append(MarkdownEscapes.Escaped(text[at..to], at == from, isLineEnd: true));
    }

    private static void WriteMarked(StringBuilder page, string words, Mark mark)
    {
        if (mark.Kind == Dress.Code)
            page.Append('`').Append(words).Append('`');
        else if (mark.Kind == Dress.Link)
            page.Append('[').Append(MarkdownEscapes.EscapedWithin(words)).Append("](").Append(mark.Link).Append(')');
        else
            page.Append("**").Append(MarkdownEscapes.EscapedWithin(words)).Append("**");
    }

    private static int SignsOf(Mark mark) =>
        mark.Kind switch
        {
            Dress.Bold => BoldSigns,
            Dress.Code => CodeSigns,
            Dress.Link => LinkSigns + mark.Link!.Length, // A link leads somewhere.
            _ => 0,
        };

    private static (int Start, int End) Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return (start, end);
    }
}
