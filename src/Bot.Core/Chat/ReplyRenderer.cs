namespace Bot.Core.Chat;

/// <summary>How a platform shows each block: a new block breaks every platform's build until it is handled.</summary>
public abstract class ReplyRenderer
{
    public void Render(Reply reply)
    {
        foreach (var block in reply.Blocks)
            block.Render(this);
    }

    public abstract void Heading(HeadingBlock heading);

    public abstract void Paragraph(ParagraphBlock paragraph);

    public abstract void SmallPrint(SmallPrintBlock print);

    public abstract void Quote(QuoteBlock quote);

    public abstract void NumberedList(NumberedBlock list);

    public abstract void BulletList(BulletBlock list);

    public abstract void Table(TableBlock table);

    public abstract void ButtonRow(ButtonBlock row);

    public abstract void File(FileBlock file);
}
