using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Typed;
using Bot.Core.Places;
using Bot.Core.Texts;
using Bot.Text;
using Bot.Text.Briefs;
using Bot.Text.Spans;

namespace Bot.Core.Commands;

/// <summary><c>/summary [article] [about:] [length:short|normal|long]</c></summary>
internal sealed class SummaryCommand(ArticlePicker picker, PersonFinder finder, PlaceBook places, Phrasebook phrasebook)
    : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "summary",
            "summary.description",
            "/summary latest",
            [
                new OptionDescription("article", "option.article", OptionKind.ArticleChoice, []),
                new OptionDescription("about", "summary.about", OptionKind.Person, []),
                new OptionDescription("length", "summary.length", OptionKind.Choice, ReadingSizes.Words),
            ]
        );

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        var usual = await places.SizeOfAsync(call.Place, cancellation) ?? ReadingSize.Normal;
        var length = call.Option("length") ?? ReadingSizes.Word(usual);
        return await picker.PickAsync(call, cancellation) switch
        {
            ArticlePick.Unclear unclear => unclear.Answer,
            ArticlePick.Found { Article: var article } when call.Option("about") is { } about => About(
                about,
                article,
                length,
                edition
            )
                ?? await ElsewhereAsync(about, call, length, edition, cancellation)
                ?? NothingAbout(about, article, edition),
            ArticlePick.Found { Article: var article } => Answer(article, length, edition),
            _ => throw new InvalidOperationException("An article is found or unclear."),
        };
    }

    /// <summary>Where the newest article has nobody of the name and the reader chose none, the newest that has is meant, as in /who.</summary>
    private async Task<Reply?> ElsewhereAsync(
        string about,
        CommandCall call,
        string length,
        Edition edition,
        CancellationToken cancellation
    ) =>
        !call.ChoosesArticle
        && await finder.NewestNamingAsync(about, Sight.Of(call), cancellation) is var (article, name)
            ? About(name, article, length, edition)
            : null;

    /// <returns>Null where nothing in the article is about it.</returns>
    private static Reply? About(string about, ReadArticle article, string length, Edition edition)
    {
        var most = new SummaryLength.Sentences(SentencesFor(length, article.Read.Sentences.Count));
        foreach (var focus in SummaryFocus.Of(about, article))
        {
            var kept = ArticleSummary.About(article.Text, article.Read, focus.Focus, most, article.Article.Title);
            if (kept.Count == 0)
                continue;
            var subject = focus.Entity is { } entity
                ? article.NameOf(entity, isStrong: true)
                : new Strong(Excerpt.Of(about));
            return new Reply([
                new HeadingBlock(ArticleLines.Title(article.Article)),
                .. ArticleLines.Below(article, edition, Shortening(article.Read, kept, edition)),
                new ParagraphBlock(edition.Line("summary.only-about", ("about", subject))),
                Sentences(article, kept),
                new ButtonBlock([
                    ArticleLines.Button(article, edition.Say("button.whole-summary"), "summary"),
                    .. kept.Count < most.Most || length == "long"
                        ? Array.Empty<ReplyButton>()
                        : [Longer(article, edition, $"about:\"{about.Replace('"', ' ')}\" length:long")],
                ]),
            ]);
        }

        return null;
    }

    private static Reply NothingAbout(string about, ReadArticle article, Edition edition) =>
        Reply.Of(
            edition.Line(
                "summary.nothing-about",
                ("about", Excerpt.Of(about)),
                ("search", new CommandHint($"/search {Excerpt.Of(about)}"))
            ),
            ArticleLines.Button(article, edition.Say("button.whole-summary"), "summary"),
            ArticleLines.Button(article, edition.Say("button.who"), "who")
        );

    private static Reply Answer(ReadArticle article, string length, Edition edition)
    {
        var read = article.Read;
        var all = read.Sentences.Count;
        var wanted = SentencesFor(length, all);
        // A summary that leaves out a sentence or two is no summary.
        var isWhole = wanted * 3 > all * 2;
        int[] kept = [.. read.SummaryOrder.Take(isWhole ? all : wanted).Order()];
        return new Reply([
            new HeadingBlock(ArticleLines.Title(article.Article)),
            .. ArticleLines.Below(article, edition, isWhole ? [] : [Shortening(read, kept, edition)]),
            .. isWhole
                ? [new ParagraphBlock(edition.Line(all == 0 ? "summary.no-sentence" : "summary.whole", ("count", all)))]
                : Array.Empty<ReplyBlock>(),
            Sentences(article, kept),
            new ButtonBlock(Buttons(article, length, isWhole, edition)),
        ]);
    }

    /// <summary>A sixth of the article, within what one sitting reads.</summary>
    private static int SentencesFor(string length, int all)
    {
        var normal = Math.Clamp((int)Math.Round(all / 6.0), 3, 6);
        return length switch
        {
            "short" => 2,
            "long" => normal * 2,
            _ => normal,
        };
    }

    private static string Shortening(AnalyzedText read, IReadOnlyList<int> kept, Edition edition)
    {
        var all = read.Sentences.Sum(s => (long)s.Span.Length);
        var left = kept.Sum(i => (long)read.Sentences[i].Span.Length);
        return edition.Say(
            "summary.shortening",
            ("kept", kept.Count),
            ("count", read.Sentences.Count),
            ("percent", Math.Min(99, (int)Math.Round(100 - 100.0 * left / all)))
        );
    }

    private static NumberedBlock Sentences(ReadArticle article, IReadOnlyList<int> kept) =>
        new([.. kept.Select(i => Item(article, article.Read.Sentences[i].Span, i + 1))]);

    private static NumberedItem Item(ReadArticle article, TextSpan sentence, int place) =>
        new(place, article.Words(sentence), []);

    private static List<ReplyButton> Buttons(ReadArticle article, string length, bool isWhole, Edition edition)
    {
        List<ReplyButton> buttons =
        [
            ArticleLines.Button(article, edition.Say("button.quotes"), "quotes"),
            ArticleLines.Button(article, edition.Say("button.who"), "who"),
            ArticleLines.Button(article, edition.Say("button.read"), "read"),
        ];
        if (!isWhole && length != "long")
            buttons.Add(Longer(article, edition, "length:long"));
        return buttons;
    }

    private static ReplyButton Longer(ReadArticle article, Edition edition, string options) =>
        ArticleLines.Button(article, edition.Say("button.longer"), "summary", options) with
        {
            IsInPlace = true,
        };
}
