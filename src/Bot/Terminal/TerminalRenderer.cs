using System.Text;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Terminal.Lines;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bot.Terminal;

/// <summary>A reply as lines of a terminal, or of plain text where it goes into a pipe.</summary>
public sealed class TerminalRenderer : ReplyRenderer
{
    private const int MostHints = 2;

    private readonly TerminalDress dress;
    private readonly Edition edition;
    private readonly List<Segment> page = [];

    private TerminalRenderer(TerminalDress dress, Edition edition)
    {
        this.dress = dress;
        this.edition = edition;
    }

    /// <returns>The whole answer, each line ended.</returns>
    public static string ToText(Reply reply, TerminalDress dress, Edition edition)
    {
        var renderer = new TerminalRenderer(dress, edition);
        renderer.Render(reply);
        return SegmentSheet.Print(renderer.page, dress);
    }

    public override void Heading(HeadingBlock heading)
    {
        Gap();
        Lines(TerminalWords.Of(heading.Words, dress), 0, 0);
    }

    public override void Paragraph(ParagraphBlock paragraph)
    {
        Gap();
        Lines(TerminalWords.Of(paragraph.Words, dress), 0, 0);
    }

    public override void SmallPrint(SmallPrintBlock print) =>
        Lines(TerminalWords.Of(print.Words, dress, isPrint: true), 0, 0);

    public override void Quote(QuoteBlock quote)
    {
        Lines(TerminalWords.Of(quote.Words, dress), 2, 2);
        if (quote.Note.Count > 0)
            Lines(TerminalWords.Of(quote.Note, dress, isPrint: true), 6, 6);
    }

    public override void NumberedList(NumberedBlock list)
    {
        Gap();
        var digits = list.Items.Count == 0 ? 0 : list.Items.Max(i => i.Number).ToString(edition.Language).Length;
        var indent = Math.Max(2, digits) + 2;
        foreach (var item in list.Items)
        {
            StyledRun[] number = [TerminalWords.Number(item.Number, indent - 2), new("  ", Style.Plain)];
            Lines(TerminalWords.Of(item.Words, dress), number, indent);
            if (item.Note.Count > 0)
                Lines(TerminalWords.Of(item.Note, dress, isPrint: true), indent, indent);
        }
    }

    public override void BulletList(BulletBlock list)
    {
        foreach (var item in list.Items)
            Lines(TerminalWords.Of(item, dress), [new StyledRun("  · ", Style.Plain)], 4);
    }

    public override void Table(TableBlock table)
    {
        Gap();
        foreach (var line in TableLayout.Of(table, dress))
            End(line);
    }

    public override void ButtonRow(ButtonBlock row)
    {
        if (row.Buttons.Count == 0)
            return;
        Gap();
        // Two that ask different things say more than two that ask the same of different people.
        var all = row.Buttons.Select(b => b.Hint ?? b.Command).ToList();
        var hints = all.DistinctBy(h => h.Split(' ')[0]).Concat(all).Distinct().Take(MostHints);
        Lines(
            TerminalWords.Of(
                edition.Print("terminal.go-on", ("commands", new CommandHint(string.Join(" · ", hints)))),
                dress
            ),
            0,
            0
        );
    }

    /// <summary>Its lines as they are, so that they can be copied: neither wrapped nor indented.</summary>
    public override void File(FileBlock file)
    {
        Gap();
        foreach (
            var line in ControlCharacters.Without(Encoding.UTF8.GetString(file.Bytes.Span)).TrimEnd('\n').Split('\n')
        )
            End([new StyledRun(line, Style.Plain)]);
    }

    /// <summary>An empty line, but not at the top.</summary>
    private void Gap()
    {
        if (page.Count > 0)
            page.Add(Segment.LineBreak);
    }

    private void Lines(IReadOnlyList<StyledRun> runs, int first, int indent) =>
        Lines(runs, [new StyledRun(new string(' ', first), Style.Plain)], indent);

    private void Lines(IReadOnlyList<StyledRun> runs, IReadOnlyList<StyledRun> start, int indent)
    {
        var isFirst = true;
        foreach (var line in LineWrapper.Wrap(runs, dress.Width - indent))
        {
            End([.. isFirst ? start : [new StyledRun(new string(' ', indent), Style.Plain)], .. line]);
            isFirst = false;
        }
    }

    private void End(IReadOnlyList<StyledRun> line)
    {
        page.AddRange(
            line.Where(r => r.Text.Length > 0)
                .Select(r => r.Link is { } link ? new Segment(r.Text, r.Style, link) : new Segment(r.Text, r.Style))
        );
        page.Add(Segment.LineBreak);
    }
}
