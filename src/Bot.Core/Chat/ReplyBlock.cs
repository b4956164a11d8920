using System.Text.Json.Serialization;

namespace Bot.Core.Chat;

/// <summary>One block of a reply, the same for every platform.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(HeadingBlock), "heading")]
[JsonDerivedType(typeof(ParagraphBlock), "paragraph")]
[JsonDerivedType(typeof(SmallPrintBlock), "smallPrint")]
[JsonDerivedType(typeof(QuoteBlock), "quote")]
[JsonDerivedType(typeof(NumberedBlock), "numbered")]
[JsonDerivedType(typeof(BulletBlock), "bullets")]
[JsonDerivedType(typeof(TableBlock), "table")]
[JsonDerivedType(typeof(ButtonBlock), "buttons")]
[JsonDerivedType(typeof(FileBlock), "file")]
public abstract record ReplyBlock
{
    public abstract void Render(ReplyRenderer renderer);
}

public sealed record HeadingBlock(IReadOnlyList<Inline> Words) : ReplyBlock
{
    public override void Render(ReplyRenderer renderer) => renderer.Heading(this);
}

public sealed record ParagraphBlock(IReadOnlyList<Inline> Words) : ReplyBlock
{
    public override void Render(ReplyRenderer renderer) => renderer.Paragraph(this);
}

/// <summary>A line of ours under or over the article's words.</summary>
public sealed record SmallPrintBlock(IReadOnlyList<Inline> Words) : ReplyBlock
{
    public override void Render(ReplyRenderer renderer) => renderer.SmallPrint(this);
}

/// <summary>One utterance, and in small print where and how it was said.</summary>
public sealed record QuoteBlock(IReadOnlyList<Inline> Words, IReadOnlyList<Inline> Note) : ReplyBlock
{
    public override void Render(ReplyRenderer renderer) => renderer.Quote(this);
}

/// <summary>Lines with numbers of their own: a sentence's place in the article, an article's place in a list.</summary>
public sealed record NumberedBlock(IReadOnlyList<NumberedItem> Items) : ReplyBlock
{
    public override void Render(ReplyRenderer renderer) => renderer.NumberedList(this);
}

public sealed record NumberedItem(int Number, IReadOnlyList<Inline> Words, IReadOnlyList<Inline> Note);

public sealed record BulletBlock(IReadOnlyList<IReadOnlyList<Inline>> Items) : ReplyBlock
{
    public override void Render(ReplyRenderer renderer) => renderer.BulletList(this);
}

/// <param name="Headers">Empty where the cells speak for themselves.</param>
public sealed record TableBlock(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<IReadOnlyList<Inline>>> Rows)
    : ReplyBlock
{
    public override void Render(ReplyRenderer renderer) => renderer.Table(this);
}

/// <summary>Where the reader can go on: buttons in chat, hints in the terminal.</summary>
public sealed record ButtonBlock(IReadOnlyList<ReplyButton> Buttons) : ReplyBlock
{
    public override void Render(ReplyRenderer renderer) => renderer.ButtonRow(this);
}

/// <param name="Command">What pressing it asks, now or in a month: an article stands in it by its id, "/quotes #12".</param>
/// <param name="Hint">What a reader would type for it now, where that is shorter: "/quotes".</param>
/// <param name="IsInPlace">True where the answer belongs in the place of this message: its next page, more of it.</param>
public sealed record ReplyButton(string Label, string Command, string? Hint = null, bool IsInPlace = false)
{
    /// <summary>The command whose options a platform that has forms asks for in one: "settings", "digest add"; null for none.</summary>
    public string? Form { get; init; }
}
