using Bot.Text.Spans;

namespace Bot.Text.Layout;

public enum BlockKind
{
    Paragraph,
    Heading,
    Byline,

    /// <summary>Place, date or agency before the first sentence ("KYIV, Dec. 28 (Reuters) -"), or a date that stands alone.</summary>
    Dateline,

    /// <summary>A machine's stamp at the head of a text: " date 2025-12-28 ".</summary>
    Stamp,

    /// <summary>"FILE PHOTO", a picture's caption or credit.</summary>
    Caption,

    /// <summary>"Read more", "ALSO READ", "Sign up for our newsletter" and the like.</summary>
    Furniture,
}

/// <summary>
/// A stretch of the text's layout. Blocks come in order and do not overlap; only paragraphs hold sentences.
/// A dateline or stamp that a paragraph runs on from is a block of its own, ended where the paragraph's words begin.
/// </summary>
/// <param name="Paragraph">One-based number of the paragraph as a reader would count, 0 where the block is none.</param>
public readonly record struct Block(TextSpan Span, BlockKind Kind, int Paragraph);
