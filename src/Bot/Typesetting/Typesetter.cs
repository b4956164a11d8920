using Bot.Core.Chat;

namespace Bot.Typesetting;

/// <summary>Sets a reply's blocks line by line: what stands close together, what apart, and where a page may be cut.</summary>
public abstract class Typesetter : ReplyRenderer
{
    /// <summary>A quotation up to here is read as it stands; a longer one may be folded.</summary>
    private const int LongestOpenQuote = 700;

    /// <summary>Items of more letters are set apart by empty lines.</summary>
    private const int LongestTightItem = 60;

    /// <summary>So many columns fill one line of a phone; those of a wider table go on on a second.</summary>
    private const int ColumnsInLine = 2;

    private readonly Compositor compositor = new();
    private readonly Dictionary<int, string> headlines = [];

    /// <summary>What was set last.</summary>
    private ReplyBlock? above;

    /// <summary>The number of the story whose headline was set last, until its buttons came.</summary>
    private int? story;

    private bool isUnderHeading;

    private protected Typesetter() { }

    /// <summary>How the platform dresses the words of a line.</summary>
    private protected abstract InlineWriter WriterOf(Compositor compositor, LineKind line);

    /// <summary>2 where quotations would run into each other without an empty line between.</summary>
    private protected virtual int LinesBetweenQuotes => 1;

    /// <summary>True where the platform itself leaves room around a heading.</summary>
    private protected virtual bool HasRoomAroundHeadings => false;

    private protected Galley Set(Reply reply)
    {
        Render(reply);
        return compositor.Pull() with { Headlines = headlines };
    }

    public override void Heading(HeadingBlock heading)
    {
        Line(2, SeamStrength.Section, heading.Words, LineKind.Heading);
        compositor.End(isHeading: true);
        above = heading;
    }

    public override void Paragraph(ParagraphBlock paragraph)
    {
        // A story's first words stand right under its headline.
        Line(story is not null && above is NumberedBlock ? 1 : 2, SeamStrength.Block, paragraph.Words, LineKind.Text);
        // A speaker's name, a few words over a list: what begins strong has something under it.
        compositor.End(isHeading: IsStrong(paragraph.Words));
        above = paragraph;
    }

    public override void SmallPrint(SmallPrintBlock print)
    {
        var isClose = above is HeadingBlock or ParagraphBlock or SmallPrintBlock;
        Line(isClose ? 1 : 2, SeamStrength.Bound, print.Words, LineKind.Print);
        above = print;
    }

    /// <summary>One box an utterance, its small print in it: so each can be told from the next.</summary>
    public override void Quote(QuoteBlock quote)
    {
        var isLong = quote.Words.Sum(w => w.Length) > LongestOpenQuote;
        var lines = above is QuoteBlock ? LinesBetweenQuotes : 1;
        Line(lines, SeamStrength.Item, quote.Words, isLong ? LineKind.LongQuote : LineKind.Quote);
        compositor.End(isHeading: false);
        var seam = quote.Words.All(w => w.Length == 0) ? SeamStrength.Item : SeamStrength.Bound;
        Line(1, seam, quote.Note, isLong ? LineKind.LongQuotePrint : LineKind.QuotePrint);
        above = quote;
    }

    public override void NumberedList(NumberedBlock list)
    {
        var isList = list.Items.All(i => IsStrong(i.Words));
        var isStory = isList && list.Items is [_];
        var gap = list.Items.Any(i => i.Note.Count > 0 || i.Words.Sum(w => w.Length) > LongestTightItem) ? 2 : 1;
        var seam = isStory ? SeamStrength.Section : SeamStrength.Block;
        var lines = 2;
        foreach (var item in list.Items)
        {
            if (isList)
                headlines.TryAdd(item.Number, WordsAlone.Of(item.Words));
            Line(
                lines,
                seam,
                [new Plain(isList ? $"{item.Number}. " : $"{Superscript.Of(item.Number)} "), .. item.Words],
                LineKind.Text
            );
            Line(1, SeamStrength.Bound, item.Note, LineKind.Print);
            compositor.End(isHeading: isStory);
            (lines, seam) = (gap, SeamStrength.Item);
        }

        story = isStory ? list.Items[0].Number : null;
        above = list;
    }

    public override void BulletList(BulletBlock list)
    {
        var lines = above is ParagraphBlock ? 1 : 2;
        foreach (var item in list.Items)
        {
            Line(lines, SeamStrength.Item, [new Plain("• "), .. item], LineKind.Text);
            compositor.End(isHeading: false);
            lines = 1;
        }

        above = list;
    }

    public override void Table(TableBlock table)
    {
        var isWide = table.Rows.Any(r => r.Count > ColumnsInLine);
        var lines = 2;
        foreach (var row in table.Rows)
        {
            var cells = row.Select((words, i) => (Words: words, Header: table.Headers.ElementAtOrDefault(i) ?? ""))
                .Select(c => (c.Words, c.Header, IsFilled: c.Words.Sum(w => w.Length) > 0))
                .ToList();
            Line(lines, SeamStrength.Item, Joined(cells.Take(ColumnsInLine)), LineKind.Text);
            Line(1, SeamStrength.Bound, Joined(cells.Skip(ColumnsInLine)), LineKind.Text);
            compositor.End(isHeading: false);
            lines = isWide ? 2 : 1;
        }

        above = table;

        static IReadOnlyList<Inline> Joined(
            IEnumerable<(IReadOnlyList<Inline> Words, string Header, bool IsFilled)> cells
        )
        {
            var line = new List<Inline>();
            foreach (var (words, header, _) in cells.Where(c => c.IsFilled))
            {
                if (line.Count > 0)
                    line.Add(new Plain(line[^1] is Strong name && name.Text.EndsWith(':') ? " " : " · "));
                if (header.Length > 0)
                    line.Add(new Small($"{header}: "));
                line.AddRange(words);
            }

            return line;
        }
    }

    public override void ButtonRow(ButtonBlock row)
    {
        if (row.Buttons.Count == 0)
            return;
        compositor.Hang(row.Buttons, story);
        story = null;
    }

    /// <summary>It hangs on the message, and the platform itself shows its name.</summary>
    public override void File(FileBlock file) { }

    /// <summary>It stands over the text, not in it.</summary>
    private protected void Pass(HeadingBlock heading) => above = heading;

    private void Line(int lines, SeamStrength seam, IReadOnlyList<Inline> words, LineKind kind)
    {
        var hasRoom = HasRoomAroundHeadings && (kind == LineKind.Heading || isUnderHeading);
        compositor.Begin(hasRoom ? 1 : lines, seam);
        isUnderHeading = kind == LineKind.Heading;
        var writer = WriterOf(compositor, kind);
        foreach (var run in words)
            run.Write(writer);
    }

    private static bool IsStrong(IReadOnlyList<Inline> words) => words is [Strong or Verbatim { IsStrong: true }, ..];
}
