using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Stories;
using Bot.Core.Texts;
using Bot.Text.Spans;

namespace Bot.Core.Commands;

/// <summary>An article as it came into its story.</summary>
internal sealed record StoryMoment(StoryTelling Telling, Article Article);

/// <summary>A story as it grew: each article with what it was the first to say.</summary>
/// <param name="seen">What the reader may see, in the order in which it came.</param>
internal sealed class StoryPage(ReadArticle asked, IReadOnlyList<StoryMoment> seen, Edition edition)
{
    /// <summary>The beginning and the newest say most of a story that is longer.</summary>
    private const int MostMoments = 12;

    private const int LongestNews = 400;

    public Reply Answer()
    {
        var blocks = new List<ReplyBlock> { new HeadingBlock(ArticleLines.Title(asked.Article)) };
        if (seen.Count < 2)
        {
            blocks.AddRange(ArticleLines.Below(asked, edition));
            blocks.Add(new ParagraphBlock(edition.Line("story.alone")));
        }
        else
        {
            blocks.Add(new SmallPrintBlock([new Small(Count())]));
            blocks.Add(
                new NumberedBlock([.. Shown().Select(m => new NumberedItem(m.Number, Words(m.Moment), Note(m.Moment)))])
            );
        }

        blocks.Add(
            new ButtonBlock([
                ArticleLines.Button(asked, edition.Say("button.summary"), "summary"),
                ArticleLines.Button(asked, edition.Say("button.quotes"), "quotes"),
                ArticleLines.Button(asked, edition.Say("button.who"), "who"),
            ])
        );
        return new Reply(blocks);
    }

    /// <summary>"5 articles from 3 sources"</summary>
    private string Count() =>
        edition.Say(
            "digest.told",
            ("articles", edition.Say("digest.articles", ("count", seen.DistinctBy(m => m.Article.Id).Count()))),
            ("sources", edition.Say("digest.sources", ("count", seen.DistinctBy(m => m.Article.Source).Count())))
        );

    private IEnumerable<(int Number, StoryMoment Moment)> Shown() =>
        seen.Select((m, i) => (Number: i + 1, Moment: m))
            .Where(m => m.Number == 1 || m.Number > seen.Count - MostMoments + 1);

    /// <summary>The headline, and what it said first.</summary>
    private static List<Inline> Words(StoryMoment moment)
    {
        List<Inline> words = [new Plain(ArticleLines.TitleOf(moment.Article))];
        if (News(moment) is { } news)
            words.AddRange([
                new Plain(" – "),
                new Verbatim(
                    WhiteSpace.Fold(news.In(moment.Article.Text)),
                    new Passage(moment.Article.Id.Value, news.Start, news.Length)
                ),
            ]);
        return words;
    }

    private static TextSpan? News(StoryMoment moment) =>
        moment.Telling.News.FirstOrDefault(n =>
            n.Length is > 0 and <= LongestNews && n.End <= moment.Article.Text.Length
        )
            is { Length: > 0 } news
            ? news
            : null;

    private IReadOnlyList<Inline> Note(StoryMoment moment) =>
        [
            .. ArticleLines.Origin(
                moment.Article with
                {
                    Author = null,
                },
                edition,
                edition.Say($"story.{moment.Telling.Relation}")
            ),
        ];
}
