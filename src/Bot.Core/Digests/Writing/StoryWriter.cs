using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Text;
using Bot.Text.Quotations;
using Bot.Text.Spans;

namespace Bot.Core.Digests.Writing;

/// <summary>Writes up a story of a digest in its articles' own words.</summary>
internal static class StoryWriter
{
    /// <summary>A shorter one says too little alone, a longer one is a paragraph.</summary>
    private const int ShortestQuote = 30;

    private const int LongestQuote = 300;

    /// <summary>A digest speaks unasked: a quotation whose speaker may well be another is left to those who ask for all.</summary>
    private const double Sure = 0.9;

    /// <summary>Of several roles the fullest says most, up to here.</summary>
    private const int LongestRole = 60;

    /// <summary>So many outlets are named; the rest is a number, and behind the button.</summary>
    private const int MostOutlets = 5;

    /// <returns>The first block has the story's place, 0: whoever knows it sets it.</returns>
    public static IReadOnlyList<ReplyBlock> Write(StoryCopy copy, DigestShape shape, Edition edition)
    {
        var lead = copy.Lead;
        var blocks = new List<ReplyBlock>
        {
            new NumberedBlock([new NumberedItem(0, Headline(copy, edition), Origin(copy, edition))]),
        };
        if (copy.Sentences.Count > 0)
            blocks.Add(new ParagraphBlock(Sentences(copy)));
        if (shape.HasQuotes && QuotationThatMatters(copy) is var (from, quotation))
            blocks.Add(Quote(from, quotation, copy.Outlets.Count > 1, edition));
        blocks.Add(
            new ButtonBlock([
                Button(lead, edition.Say("digest.summary"), "summary"),
                Button(lead, edition.Say("button.quotes"), "quotes"),
                Button(lead, edition.Say("button.who"), "who"),
                .. copy.Articles.Count > 1
                    ? [Button(lead, edition.Say("digest.sources-button"), "story")]
                    : Array.Empty<ReplyButton>(),
            ])
        );
        return blocks;
    }

    /// <summary>As published; made of the article's own first words, they are shown as such, going on.</summary>
    public static IReadOnlyList<Inline> TitleOf(Article article) =>
        HeadlineIn(article) is { } span
            ? [Clip(article, span, isStrong: true), new Plain(" …")]
            : [new Strong(article.Title)];

    /// <summary>The best sentences, in the article's order, without the one whose words stand over them already.</summary>
    public static IReadOnlyList<TextSpan> Told(Article article, AnalyzedText read, int count)
    {
        var headline = HeadlineIn(article);
        var order = read.SummaryOrder.Where(i => headline is not { } h || !read.Sentences[i].Span.Overlaps(h));
        var told = order.Take(count).Order().Select(i => read.Sentences[i].Span).ToList();
        // An article of one sentence has said it in its headline, but not to the end.
        return told.Count > 0 ? told : [.. read.SummaryOrder.Take(1).Select(i => read.Sentences[i].Span)];
    }

    private static IReadOnlyList<Inline> Headline(StoryCopy copy, Edition edition) =>
        copy.IsUpdate
            ? [new Strong(edition.Say("digest.update")), new Plain(" "), .. TitleOf(copy.Lead)]
            : TitleOf(copy.Lead);

    private static TextSpan? HeadlineIn(Article article)
    {
        if (article.HasOwnTitle)
            return null;
        var words = article.Title.TrimEnd('…', ' ');
        var at = words.Length == 0 ? -1 : article.Text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? null : new TextSpan(at, words.Length);
    }

    /// <summary>"23 November 2026 · 5 sources: BBC, Example World …"</summary>
    private static List<Inline> Origin(StoryCopy copy, Edition edition)
    {
        var outlets = copy.Outlets;
        var origin = new List<Inline>
        {
            new Small($"{edition.Day(copy.Articles[0].Article.Published ?? copy.Articles[0].Article.FirstSeen)} · "),
        };
        if (outlets.Count > 1)
            origin.Add(new Small($"{edition.Say("digest.sources", ("count", outlets.Count))}: "));
        for (var i = 0; i < Math.Min(outlets.Count, MostOutlets); i++)
        {
            if (i > 0)
                origin.Add(new Small(", "));
            origin.Add(Outlet(outlets[i]));
        }

        if (outlets.Count > MostOutlets)
            origin.Add(new Small($" +{outlets.Count - MostOutlets}"));
        return origin;
    }

    public static Inline Outlet(Article article) =>
        article.Url is { } url ? new WebLink(article.Source, url) : new Small(article.Source);

    private static List<Inline> Sentences(StoryCopy copy)
    {
        var words = new List<Inline>();
        var isOfSeveral = copy.Outlets.Count > 1;
        for (var i = 0; i < copy.Sentences.Count; i++)
        {
            var (from, span) = (copy.Sentences[i].From, copy.Sentences[i].Span);
            var before = i > 0 ? copy.Sentences[i - 1] : null;
            if (before is not null)
                words.Add(
                    new Plain(
                        before.From == from && IsGap(from.Article.Text, before.Span.End, span.Start) ? " … " : " "
                    )
                );
            words.Add(Clip(from.Article, span));
            var isLastOfIts = i == copy.Sentences.Count - 1 || copy.Sentences[i + 1].From != from;
            if (isOfSeveral && isLastOfIts)
                words.Add(new Small($" ({from.Article.Source})"));
        }

        return words;
    }

    /// <summary>True where the article says more between two sentences: the reader should see that something is left out.</summary>
    private static bool IsGap(string text, int from, int to) =>
        from > to || from < to && !text.AsSpan(from, to - from).IsWhiteSpace();

    /// <summary>Of the article whose sentences are told rather than of another.</summary>
    private static (CopyArticle From, Quotation Said)? QuotationThatMatters(StoryCopy copy)
    {
        foreach (var article in copy.Sentences.Select(s => s.From).Concat(copy.Articles).Distinct())
        {
            List<TextSpan> told = [.. copy.Sentences.Where(s => s.From == article).Select(s => s.Span)];
            if (QuotationThatMatters(article, told) is { } quotation)
                return (article, quotation);
        }

        return null;
    }

    /// <summary>
    /// Whole speech at a length that can be read in passing, of a speaker who is known: rather one whom the text names
    /// beside it, then the most salient.
    /// </summary>
    private static Quotation? QuotationThatMatters(CopyArticle article, List<TextSpan> told) =>
        article
            .Read.Quotations.Where(q =>
                q is { Kind: QuotationKind.Direct, SpeakerId: not null, Confidence: >= Sure }
                && q.Span.Length is >= ShortestQuote and <= LongestQuote
                && !told.Exists(t => t.Overlaps(q.Span))
                && BeginsSentence(article.Article.Text, q.Span)
                && (article.News is null || article.News.Any(n => n.Overlaps(q.Span)))
            )
            .OrderBy(q => q.Resolution == SpeakerResolution.Named ? 0 : 1)
            .ThenBy(q => q.SpeakerId)
            .ThenByDescending(q => q.Span.Length)
            .FirstOrDefault();

    /// <summary>False where its first letter says that something came before it.</summary>
    private static bool BeginsSentence(string text, TextSpan span)
    {
        foreach (var c in text.AsSpan(span.Start, span.Length))
        {
            if (char.IsLetterOrDigit(c))
                return !char.IsLower(c);
        }

        return false;
    }

    private static QuoteBlock Quote(CopyArticle from, Quotation quotation, bool isOfSeveral, Edition edition)
    {
        var (article, read) = (from.Article, from.Read);
        var speaker = read.Entities.First(e => e.Id == quotation.SpeakerId);
        var span = WithoutComma(quotation.Span, article.Text);
        var who =
            speaker.Roles.Count > 0 && speaker.Roles.MaxBy(r => r.Length <= LongestRole ? r.Length : 0) is var role
                ? edition.Print("digest.speaker-role", ("speaker", speaker.Name), ("role", Clip(article, role)))
                : edition.Print("digest.speaker", ("speaker", speaker.Name));
        return new QuoteBlock(
            [new Plain(edition.Say("quote.open")), Clip(article, span), new Plain(edition.Say("quote.close"))],
            isOfSeveral ? [.. who, new Small($" ({article.Source})")] : who
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
