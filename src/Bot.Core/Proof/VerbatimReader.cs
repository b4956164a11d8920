using Bot.Core.Chat;

namespace Bot.Core.Proof;

/// <summary>Gathers every run of a reply that claims to be an article's own words.</summary>
internal sealed class VerbatimReader : ReplyRenderer
{
    private readonly Gatherer gatherer = new();

    public static IReadOnlyList<Verbatim> Read(Reply reply)
    {
        var reader = new VerbatimReader();
        reader.Render(reply);
        return reader.gatherer.Claims;
    }

    public override void Heading(HeadingBlock heading) => Gather(heading.Words);

    public override void Paragraph(ParagraphBlock paragraph) => Gather(paragraph.Words);

    public override void SmallPrint(SmallPrintBlock print) => Gather(print.Words);

    public override void Quote(QuoteBlock quote)
    {
        Gather(quote.Words);
        Gather(quote.Note);
    }

    public override void NumberedList(NumberedBlock list)
    {
        foreach (var item in list.Items)
        {
            Gather(item.Words);
            Gather(item.Note);
        }
    }

    public override void BulletList(BulletBlock list)
    {
        foreach (var item in list.Items)
            Gather(item);
    }

    public override void Table(TableBlock table)
    {
        foreach (var cell in table.Rows.SelectMany(r => r))
            Gather(cell);
    }

    public override void ButtonRow(ButtonBlock row) { }

    public override void File(FileBlock file) => Gather(file.Instead);

    private void Gather(IReadOnlyList<Inline> words)
    {
        foreach (var run in words)
            run.Write(gatherer);
    }

    private sealed class Gatherer : InlineWriter
    {
        public List<Verbatim> Claims { get; } = [];

        public override void Plain(Plain words) { }

        public override void Strong(Strong words) { }

        public override void Small(Small words) { }

        public override void Verbatim(Verbatim words) => Claims.Add(words);

        public override void WebLink(WebLink link) { }

        public override void CommandHint(CommandHint hint) { }
    }
}
