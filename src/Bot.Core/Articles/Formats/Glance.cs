using System.Globalization;
using Bot.Core.Articles.Headlines;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Sentences;

namespace Bot.Core.Articles.Formats;

/// <summary>What a first glance at a text tells: whether it says anything, its date and headline if it carries them.</summary>
internal sealed class Glance
{
    private readonly string text;
    private readonly IReadOnlyList<Block> blocks;
    private readonly IReadOnlyList<Sentence> sentences;

    public Glance(string text)
    {
        this.text = text;
        blocks = LayoutReader.Read(text);
        sentences = SentenceSplitter.Split(text, blocks, MarkScanner.Scan(text, blocks));
    }

    public bool HasSentence =>
        sentences.Any(s => s.Span.In(text).ContainsAnyInRange('a', 'z') || s.Span.Of(text).Any(char.IsLetter));

    /// <summary>From the text's start to its own first words, 0 where no machine has stamped it.</summary>
    public int StampLength
    {
        get
        {
            if (Stamp is not { } stamp)
                return 0;
            var end = stamp.Span.End;
            while (end < text.Length && char.IsWhiteSpace(text[end]))
                end++;
            return end;
        }
    }

    /// <summary>The day that the stamp names, from its midnight in UTC.</summary>
    public DateTimeOffset? StampedDate =>
        Stamp is { } stamp
        && DateOnly.TryParse(stamp.Span.In(text)[^"yyyy-MM-dd".Length..], CultureInfo.InvariantCulture, out var date)
            ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero)
            : null;

    /// <summary>A heading that stands before all that the text says.</summary>
    public string? OwnTitle
    {
        get
        {
            var head = blocks.FirstOrDefault(b => b.Kind is BlockKind.Heading or BlockKind.Paragraph);
            return head.Kind == BlockKind.Heading && !head.Span.IsEmpty ? OneLine.Of(head.Span.Of(text)) : null;
        }
    }

    /// <summary>The article's own first words, cut where a clause ends.</summary>
    public string FirstWords => OneLine.Of(Headline.Of(text, sentences).Of(text));

    private Block? Stamp => blocks is [{ Kind: BlockKind.Stamp } stamp, ..] ? stamp : null;
}
