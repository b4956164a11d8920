using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Texts;
using Bot.Text.Layout;
using Bot.Text.Quotations;
using Bot.Text.Spans;

namespace Bot.Core.Commands;

/// <summary>The article itself: headings as headings, paragraphs by number, quotations marked, and who speaks where "he" does.</summary>
internal sealed class ReadingPage(ReadArticle article, Edition edition)
{
    private const int PageLength = 12_000;
    private const int MostInOnePiece = 4_000;

    private readonly List<Quotation> stretches =
    [
        .. article.Read.Quotations.Where(q => q.Kind != QuotationKind.Phrase).OrderBy(q => q.Span.Start),
    ];

    public Reply Answer(int page)
    {
        var pages = Pages();
        if (page > pages.Count)
            return Reply.Of(edition.Line("page.none", ("number", page)));
        var blocks = new List<ReplyBlock> { new HeadingBlock(ArticleLines.Title(article.Article)) };
        string[] more = pages.Count > 1 ? [edition.Say("page.of", ("number", page), ("count", pages.Count))] : [];
        blocks.AddRange(ArticleLines.Below(article, edition, more));
        if (pages[page - 1].Count == 0)
            blocks.Add(new ParagraphBlock(edition.Line("summary.no-sentence")));
        var paragraphs = new List<NumberedItem>();
        foreach (var piece in pages[page - 1])
        {
            if (piece.Kind == BlockKind.Paragraph)
            {
                paragraphs.Add(new NumberedItem(piece.Paragraph, Marked(piece.Span), Speakers(piece.Span)));
                continue;
            }

            Close(blocks, paragraphs);
            blocks.Add(
                piece.Kind == BlockKind.Heading
                    ? new HeadingBlock([article.Clip(piece.Span, isStrong: true)])
                    : new SmallPrintBlock([article.Clip(piece.Span)])
            );
        }

        Close(blocks, paragraphs);
        blocks.Add(new ButtonBlock(Buttons(page < pages.Count ? page + 1 : null)));
        return new Reply(blocks);
    }

    private static void Close(List<ReplyBlock> blocks, List<NumberedItem> paragraphs)
    {
        if (paragraphs.Count == 0)
            return;
        blocks.Add(new NumberedBlock([.. paragraphs]));
        paragraphs.Clear();
    }

    private List<List<Block>> Pages()
    {
        var pages = new List<List<Block>> { new() };
        var length = 0;
        foreach (
            var piece in article
                .Read.Blocks.Where(b => b.Kind is not (BlockKind.Stamp or BlockKind.Furniture))
                .SelectMany(Pieces)
        )
        {
            if (length > 0 && length + piece.Span.Length > PageLength)
            {
                pages.Add([]);
                length = 0;
            }

            pages[^1].Add(piece);
            length += piece.Span.Length;
        }

        return pages;
    }

    /// <summary>A paragraph that fills pages by itself is cut at blanks; one without blanks, between letters.</summary>
    private IEnumerable<Block> Pieces(Block block)
    {
        var start = block.Span.Start;
        while (block.Span.End - start > MostInOnePiece)
        {
            var blank = article.Text.LastIndexOf(' ', start + MostInOnePiece, MostInOnePiece / 2);
            var end = blank > start ? blank + 1 : start + MostInOnePiece;
            if (char.IsLowSurrogate(article.Text[end]))
                end--;
            yield return block with
            {
                Span = TextSpan.FromBounds(start, end),
            };
            start = end;
        }

        yield return block with
        {
            Span = TextSpan.FromBounds(start, block.Span.End),
        };
    }

    private List<Inline> Marked(TextSpan paragraph)
    {
        var words = new List<Inline>();
        var at = paragraph.Start;
        foreach (var stretch in StretchesIn(paragraph))
        {
            var (start, end) = (Math.Max(at, stretch.Span.Start), Math.Min(paragraph.End, stretch.Span.End));
            if (start >= end)
                continue;
            if (start > at)
                words.Add(article.Clip(TextSpan.FromBounds(at, start)));
            words.Add(article.Clip(TextSpan.FromBounds(start, end), isStrong: true));
            at = end;
        }

        if (at < paragraph.End)
            words.Add(article.Clip(TextSpan.FromBounds(at, paragraph.End)));
        return words;
    }

    private IEnumerable<Quotation> StretchesIn(TextSpan paragraph)
    {
        var (low, high) = (0, stretches.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (stretches[middle].Span.End <= paragraph.Start)
                low = middle + 1;
            else
                high = middle;
        }

        return stretches.Skip(low).TakeWhile(s => s.Span.Start < paragraph.End);
    }

    /// <summary>"“he” is Volodymyr Zelenskyy": only where the words themselves do not tell.</summary>
    private List<Inline> Speakers(TextSpan paragraph)
    {
        var note = new List<Inline>();
        foreach (
            var stretch in StretchesIn(paragraph)
                .Where(s => s.Resolution is SpeakerResolution.Pronoun or SpeakerResolution.Description)
                .DistinctBy(s => s.Mention)
        )
        {
            if (stretch is not { Mention: { } mention, SpeakerId: { } id } || article.Entity(id) is not { } speaker)
                continue;
            if (note.Count > 0)
                note.Add(new Small(" · "));
            note.AddRange(
                edition.Print(
                    "read.speaker",
                    ("mention", article.Clip(mention)),
                    ("name", article.NameOf(speaker, isStrong: false))
                )
            );
        }

        return note;
    }

    private List<ReplyButton> Buttons(int? next) =>
        [
            .. next is { } page
                ?
                [
                    ArticleLines.Button(article, edition.Say("button.next"), "read", $"page:{page}") with
                    {
                        IsInPlace = true,
                    },
                ]
                : Array.Empty<ReplyButton>(),
            ArticleLines.Button(article, edition.Say("button.quotes"), "quotes"),
            ArticleLines.Button(article, edition.Say("button.summary"), "summary"),
            ArticleLines.Button(article, edition.Say("button.who"), "who"),
        ];
}
