using Bot.Text.Briefs;

namespace Bot.Text.Tests.Briefs;

public sealed class StorySummaryTests
{
    private static readonly AnalyzedArticle[] Fire =
    [
        Article(
            6,
            """
            A fire in a paper mill near Ashford killed two workers on Friday morning, the police said.

            The fire broke out in the drying hall at six o'clock and spread to the roof.

            The mill belongs to the family Brandt and has 200 workers.
            """
        ),
        Article(
            9,
            """
            Three workers died in a fire in a paper mill near Ashford on Friday morning, the police said.

            He had worked there for years.

            Mayor Ruth Klein called it the darkest day of the town.

            Union leader Karin Holm had warned of old wiring in May.

            She asked the state for help with the families of the dead.
            """
        ),
        Article(
            12,
            """
            Four workers are dead after a fire in a paper mill near Ashford on Friday morning, the police said.

            Investigators found a faulty dryer in the drying hall, where the fire broke out at six o'clock.

            Mayor Ruth Klein called it the darkest day of the town of Ashford.
            """
        ),
    ];

    [Fact]
    public void What_every_article_tells_comes_once_and_first_in_its_newest_form()
    {
        var told = StorySummary.Of(Fire, new SummaryLength.Sentences(4));

        Assert.StartsWith("Four workers are dead", Words(told[0]), StringComparison.Ordinal);
        Assert.Equal([0, 1], told[0].AlsoIn);
        Assert.DoesNotContain(told, s => Words(s).Contains("Three workers", StringComparison.Ordinal));
        Assert.DoesNotContain(told, s => Words(s).Contains("killed two", StringComparison.Ordinal));
        Assert.Single(told, s => Words(s).Contains("darkest day", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_sentence_points_into_its_own_article_and_leans_on_nothing_that_is_missing()
    {
        var told = StorySummary.Of(Fire, new SummaryLength.Sentences(20));

        Assert.All(told, s => Assert.Equal(Fire[s.Article].Read.Sentences[s.Sentence].Span, s.Span));
        Assert.DoesNotContain(told, s => Words(s).StartsWith("He ", StringComparison.Ordinal));
        var she = Assert.Single(told.Index(), t => Words(t.Item).StartsWith("She ", StringComparison.Ordinal));
        Assert.Equal(
            (she.Item.Article, she.Item.Sentence - 1),
            (told[she.Index - 1].Article, told[she.Index - 1].Sentence)
        );
    }

    [Fact]
    public void The_order_in_which_articles_came_changes_nothing()
    {
        var told = StorySummary.Of(Fire, new SummaryLength.Sentences(4)).Select(Words);

        var turned = StorySummary.Of([Fire[2], Fire[0], Fire[1]], new SummaryLength.Sentences(4));

        Assert.Equal(told, turned.Select(s => s.Span.Of(new[] { Fire[2], Fire[0], Fire[1] }[s.Article].Text)));
    }

    [Fact]
    public void One_article_is_a_story_too_and_none_is_none()
    {
        var told = StorySummary.Of([Fire[0]], new SummaryLength.Characters(100));

        Assert.StartsWith("A fire in a paper mill", Words(Assert.Single(told)), StringComparison.Ordinal);
        Assert.Empty(StorySummary.Of([], new SummaryLength.Sentences(3)));
    }

    [Fact]
    public void A_short_sentence_drops_no_long_one_and_comes_once()
    {
        AnalyzedArticle[] articles =
        [
            Article(6, "A ferry sank off Samar on Friday with 200 people on board.\n\nNobody died, the navy said."),
            Article(
                9,
                "Rescuers took all passengers of the ferry to the harbour of Catbalogan by noon.\n\nNobody died, the navy said.\n\nNobody knew why the captain had left the harbour with a broken pump, the owner told a court."
            ),
        ];

        var told = StorySummary.Of(articles, new SummaryLength.Sentences(20));

        var words = told.Select(s => s.Span.Of(articles[s.Article].Text)).ToList();
        Assert.Single(words, w => w.StartsWith("Nobody died", StringComparison.Ordinal));
        Assert.Contains(words, w => w.StartsWith("Nobody knew", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_long_story_the_newest_articles_are_read()
    {
        var articles = Enumerable
            .Range(0, 30)
            .Select(i => Article(i % 24, $"The council of Dover met for the {i}th time on the harbour wall."))
            .Select((a, i) => a with { Published = new DateTimeOffset(2026, 1, 1 + i, 0, 0, 0, TimeSpan.Zero) })
            .ToList();

        var told = StorySummary.Of(articles, new SummaryLength.Sentences(3));

        Assert.Equal(29, told[0].Article);
        Assert.Equal(Enumerable.Range(6, 23), told[0].AlsoIn);
    }

    private static string Words(StorySentence sentence) => sentence.Span.Of(Fire[sentence.Article].Text);

    private static AnalyzedArticle Article(int hour, string text) =>
        new(text, TextAnalyzer.Analyze(text), Published: new DateTimeOffset(2026, 1, 2, hour, 0, 0, TimeSpan.Zero));
}
