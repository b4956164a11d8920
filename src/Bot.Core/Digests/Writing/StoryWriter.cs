using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Text;
using Bot.Text.Quotations;
using Bot.Text.Spans;

namespace Bot.Core.Digests.Writing;

/// <summary>Writes one article up as a story of a digest, in its own words.</summary>
internal static class StoryWriter
{
    /// <summary>A shorter one says too little alone, a longer one is a paragraph.</summary>
    private const int ShortestQuote = 30;

    private const int LongestQuote = 300;

    /// <summary>Of several roles the fullest says most, up to here.</summary>
    private const int LongestRole = 60;

    public static IReadOnlyList<ReplyBlock> Write(
        Article article,
        AnalyzedText read,
        int number,
        DigestShape shape,
        Edition edition
    )
    {
        var headline = HeadlineIn(article);
        var told = Told(read, headline, shape.Sentences);
        var blocks = new List<ReplyBlock>
        {
            new NumberedBlock([new NumberedItem(number, TitleOf(article), Origin(article, edition))]),
        };
        if (told.Count > 0)
            blocks.Add(new ParagraphBlock(Sentences(article, told)));
        if (shape.HasQuotes && QuotationThatMatters(read, told) is { } quotation)
            blocks.Add(Quote(article, read, quotation, edition));
        blocks.Add(
            new ButtonBlock([
                Button(article, edition.Say("digest.summary"), "summary"),
                Button(article, edition.Say("button.quotes"), "quotes"),
                Button(article, edition.Say("button.who"), "who"),
            ])
        );
        return blocks;
    }

    /// <summary>As published; made of the article's own first words, they are shown as such, going on.</summary>
    public static IReadOnlyList<Inline> TitleOf(Article article) =>
        HeadlineIn(article) is { } span
            ? [Clip(article, span, isStrong: true), new Plain(" …")]
            : [new Strong(article.Title)];

    private static TextSpan? HeadlineIn(Article article)
    {
        if (article.HasOwnTitle)
            return null;
        var words = article.Title.TrimEnd('…', ' ');
        var at = words.Length == 0 ? -1 : article.Text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(at, words.Length);
    }

    private static List<Inline> Origin(Article article, Edition edition)
    {
        var day = new Small($"{edition.Day(article.Published ?? article.FirstSeen)} · ");
        return [day, article.Url is { } url ? new WebLink(article.Source, url) : new Small(article.Source)];
    }

    /// <summary>The best sentences, in the article's order, without the one whose words stand over them already.</summary>
    private static List<TextSpan> Told(AnalyzedText read, TextSpan? headline, int count)
    {
        var order = read.SummaryOrder.Where(i => headline is not { } h || !read.Sentences[i].Span.Overlaps(h));
        var told = order.Take(count).Order().Select(i => read.Sentences[i].Span).ToList();
        // An article of one sentence has said it in its headline, but not to the end.
        return told.Count > 0 ? told : [.. read.SummaryOrder.Take(1).Select(i => read.Sentences[i].Span)];
    }

    private static List<Inline> Sentences(Article article, List<TextSpan> told)
    {
        var words = new List<Inline>();
        for (var i = 0; i < told.Count; i++)
        {
            if (i > 0)
                words.Add(new Plain(IsGap(article.Text, told[i - 1].End, told[i].Start) ? " … " : " "));
            words.Add(Clip(article, told[i]));
        }

        return words;
    }

    /// <summary>True where the article says more between two sentences: the reader should see that something is left out.</summary>
    private static bool IsGap(string text, int from, int to) =>
        from < to && !text.AsSpan(from, to - from).IsWhiteSpace();

    /// <summary>
    /// Whole speech at a length that can be read in passing, of a speaker who is known: rather one whom the text names
    /// beside it, then the most salient.
    /// </summary>
    private static Quotation? QuotationThatMatters(AnalyzedText read, List<TextSpan> told) =>
        read
            .Quotations.Where(q =>
                q is { Kind: QuotationKind.Direct, SpeakerId: not null }
                && q.Span.Length is >= ShortestQuote and <= LongestQuote
                && !told.Exists(t => t.Overlaps(q.Span))
            )
            .OrderBy(q => q.Resolution == SpeakerResolution.Named ? 0 : 1)
            .ThenBy(q => q.SpeakerId)
            .ThenByDescending(q => q.Span.Length)
            .FirstOrDefault();

    private static QuoteBlock Quote(Article article, AnalyzedText read, Quotation quotation, Edition edition)
    {
        var speaker = read.Entities.First(e => e.Id == quotation.SpeakerId);
        var span = WithoutComma(quotation.Span, article.Text);
        return new QuoteBlock(
            [new Plain(edition.Say("quote.open")), Clip(article, span), new Plain(edition.Say("quote.close"))],
            speaker.Roles.Count > 0 && speaker.Roles.MaxBy(r => r.Length <= LongestRole ? r.Length : 0) is var role
                ? edition.Print("digest.speaker-role", ("speaker", speaker.Name), ("role", Clip(article, role)))
                : edition.Print("digest.speaker", ("speaker", speaker.Name))
        );
    }

    /// <summary>A comma before the closing mark belongs to the sentence around it: “…,” he said.</summary>
    private static TextSpan WithoutComma(TextSpan span, string text) =>
        text[span.End - 1] == ',' ? new TextSpan(span.Start, span.Length - 1) : span;

    private static Verbatim Clip(Article article, TextSpan span, bool isStrong = false) =>
        new(WhiteSpace.Fold(span.In(article.Text)), new Passage(article.Id.Value, span.Start, span.Length), isStrong);

    private static ReplyButton Button(Article article, string label, string command) =>
        new(label, $"/{command} #{article.Id}");
}
