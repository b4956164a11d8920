using Bot.Text.Spans;

namespace Bot.Text.Layout;

/// <summary>
/// Cuts a text into blocks and says what each is: paragraph, heading, byline, dateline, caption, furniture. Where it is in doubt
/// it says paragraph: what is thrown away wrongly is a quotation lost.
/// </summary>
public static class LayoutReader
{
    public static IReadOnlyList<Block> Read(string text)
    {
        var blocks = new List<Block>();
        var from = 0;
        if (Stamp.FindIn(text) is { } stamp)
        {
            blocks.Add(new Block(stamp, BlockKind.Stamp, 0));
            from = stamp.End;
        }

        var passages = LineJoiner.Join(text, LineReader.Read(text, from));
        var kinds = passages.ConvertAll(p => KindAlone(p.In(text), passages.Count));
        for (var i = 1; i < passages.Count; i++)
        {
            if (
                kinds[i] == BlockKind.Caption
                && Captions.IsBeforeCredit(passages[i - 1].In(text), passages[i].In(text))
            )
                kinds[i - 1] = BlockKind.Caption;
        }

        var first = kinds.IndexOf(BlockKind.Paragraph);
        if (
            first >= 0
            && kinds.IndexOf(BlockKind.Paragraph, first + 1) > 0
            && Captions.IsRestOfOne(passages[first].In(text))
        )
            kinds[first] = BlockKind.Caption;
        MarkHeadings(text, passages, kinds);
        var paragraph = 0;
        for (var i = 0; i < passages.Count; i++)
        {
            var span = passages[i];
            if (kinds[i] != BlockKind.Paragraph)
            {
                blocks.Add(new Block(span, kinds[i], 0));
                continue;
            }

            var isPlain = paragraph == 0 && passages.TrueForAll(p => p == span || !Datelines.IsLabelled(p.In(text)));
            var dateline = Datelines.LengthAtHead(span.In(text), isPlain);
            if (dateline > 0)
            {
                var head = new TextSpan(span.Start, dateline).TrimmedIn(text);
                blocks.Add(
                    new Block(head, Datelines.IsRunInHeading(head.In(text)) ? BlockKind.Heading : BlockKind.Dateline, 0)
                );
                span = TextSpan.FromBounds(span.Start + dateline, span.End);
            }

            blocks.Add(new Block(span, BlockKind.Paragraph, ++paragraph));
        }

        return blocks;
    }

    /// <summary>The heading that stands before the first paragraph, null where there is none.</summary>
    public static string? FindTitle(string text, IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Kind == BlockKind.Paragraph)
                return null;
            if (block.Kind == BlockKind.Heading)
                return block.Span.Of(text);
        }

        return null;
    }

    /// <summary>What a passage is by its own words.</summary>
    private static BlockKind KindAlone(ReadOnlySpan<char> line, int count)
    {
        if (Datelines.IsDateAlone(line))
            return count == 1 ? BlockKind.Paragraph : BlockKind.Dateline;
        if (Bylines.Is(line))
            return BlockKind.Byline;
        if (Captions.Is(line))
            return BlockKind.Caption;
        return Furniture.Is(line) || count > 1 && IsNumberAlone(line) ? BlockKind.Furniture : BlockKind.Paragraph;
    }

    private static bool IsNumberAlone(ReadOnlySpan<char> line) =>
        line.Length <= 4 && char.IsAsciiDigit(line[0]) && line.IndexOfAnyExceptInRange('#', '9') < 0;

    /// <summary>What a passage is by where it stands among those that are left.</summary>
    private static void MarkHeadings(string text, List<TextSpan> passages, List<BlockKind> kinds)
    {
        var left = new List<int>();
        for (var i = 0; i < passages.Count; i++)
        {
            if (kinds[i] == BlockKind.Paragraph)
                left.Add(i);
        }

        var spans = left.ConvertAll(i => passages[i]);
        for (var i = 0; i < spans.Count; i++)
        {
            if (Headings.Is(text, spans, i))
                kinds[left[i]] = BlockKind.Heading;
        }
    }
}
