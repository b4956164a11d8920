namespace Bot.Core.Chat;

/// <summary>How a platform shows each block: a new block breaks every platform's build until it is handled.</summary>
public abstract class ReplyRenderer
{
    public void Render(Reply reply)
    {
        foreach (var block in reply.Blocks)
            block.Render(this);
    }

    public abstract void Heading(Heading heading);

    public abstract void Paragraph(Paragraph paragraph);

    public abstract void SmallPrint(SmallPrint print);

    public abstract void Quote(QuoteBlock quote);

    public abstract void NumberedList(NumberedList list);

    public abstract void BulletList(BulletList list);

    public abstract void Table(Table table);

    public abstract void ButtonRow(ButtonRow row);
}
