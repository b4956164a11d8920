using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Texts;
using Bot.Text;
using Bot.Text.Spans;

namespace Bot.Core.Commands;

/// <summary><c>/summary [article] [length:short|normal|long]</c></summary>
internal sealed class SummaryCommand(ArticlePicker picker, Phrasebook phrasebook) : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "summary",
            "summary.description",
            "/summary latest",
            [
                new OptionDescription("article", "option.article", OptionKind.ArticleChoice, []),
                new OptionDescription("length", "summary.length", OptionKind.Choice, ["short", "normal", "long"]),
            ]
        );

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        return await picker.PickAsync(call, cancellation) switch
        {
            ArticlePick.Unclear unclear => unclear.Answer,
            ArticlePick.Found { Article: var article } => Answer(article, call.Option("length") ?? "normal", edition),
            _ => throw new InvalidOperationException("An article is found or unclear."),
        };
    }

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
            new NumberedBlock([.. kept.Select(i => Item(article, read.Sentences[i].Span, i + 1))]),
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

    private static string Shortening(AnalyzedText read, int[] kept, Edition edition)
    {
        var all = read.Sentences.Sum(s => (long)s.Span.Length);
        var left = kept.Sum(i => (long)read.Sentences[i].Span.Length);
        return edition.Say(
            "summary.shortening",
            ("kept", kept.Length),
            ("count", read.Sentences.Count),
            ("percent", Math.Min(99, (int)Math.Round(100 - 100.0 * left / all)))
        );
    }

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
            buttons.Add(
                ArticleLines.Button(article, edition.Say("button.longer"), "summary", "length:long") with
                {
                    IsInPlace = true,
                }
            );
        return buttons;
    }
}
