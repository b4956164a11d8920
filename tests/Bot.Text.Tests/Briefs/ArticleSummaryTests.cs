using Bot.Text.Briefs;

namespace Bot.Text.Tests.Briefs;

public sealed class ArticleSummaryTests
{
    private const string Bridge = """
        The old river bridge will close for two years from March, Mayor Helen Carter said on Monday.

        Engineer Tomás Núñez, who inspected the bridge, called the piers "beyond repair" in his report.

        He has worked on bridges of that age for thirty years.

        Shopkeepers fear for their trade, and the ferry company Blue Line promised a boat every ten minutes.

        "My customers come on foot.

        "I cannot carry bread over the river for two years," said Amina Diallo.

        She asked the council for lower rents while the works go on.

        The works will cost 40 million pounds, and the council votes on the plan in January.
        """;

    private static readonly AnalyzedText Read = TextAnalyzer.Analyze(Bridge);

    [Fact]
    public void A_summary_keeps_within_the_characters_that_it_may_have()
    {
        foreach (var most in (int[])[0, 90, 150, 200, 300, 500, 5000])
        {
            var kept = ArticleSummary.Of(Bridge, Read, new SummaryLength.Characters(most));

            Assert.True(kept.Sum(i => Read.Sentences[i].Span.Length + 1) - 1 <= most || kept.Count == 0);
            if (most >= 200)
                Assert.NotEmpty(kept);
        }
    }

    [Fact]
    public void A_longer_summary_has_no_half_quotation_and_no_opening_without_its_antecedent()
    {
        var kept = ArticleSummary.Of(Bridge, Read, new SummaryLength.Sentences(20));

        Assert.DoesNotContain(kept, i => Sentence(i).Count(c => c == '"') % 2 == 1);
        Assert.DoesNotContain(
            kept,
            i => Sentence(i).StartsWith("He ", StringComparison.Ordinal) && !kept.Contains(i - 1)
        );
        Assert.DoesNotContain(
            kept,
            i => Sentence(i).StartsWith("She ", StringComparison.Ordinal) && !kept.Contains(i - 1)
        );
    }

    [Fact]
    public void A_focus_on_somebody_finds_them_by_pronoun_too_and_brings_what_that_leans_on()
    {
        var engineer = Read.Entities.Single(e => e.Name == "Tomás Núñez");

        var kept = ArticleSummary.About(Bridge, Read, Focus.On(engineer), new SummaryLength.Sentences(3));

        Assert.Equal(
            [
                "Engineer Tomás Núñez, who inspected the bridge, called the piers \"beyond repair\" in his report.",
                "He has worked on bridges of that age for thirty years.",
            ],
            kept.Select(Sentence)
        );
    }

    [Theory]
    [InlineData("ferry", "Shopkeepers fear")]
    [InlineData("the Ferries", "Shopkeepers fear")]
    [InlineData("NUNEZ piers", "Engineer Tomás")]
    [InlineData("council vote", "The works will cost")]
    [InlineData("the bridge's piers", "Engineer Tomás")]
    public void A_focus_on_words_finds_them_in_any_case_and_number(string words, string beginning)
    {
        var kept = ArticleSummary.About(Bridge, Read, new Focus.OnWords(words), new SummaryLength.Sentences(1));

        Assert.StartsWith(beginning, Sentence(Assert.Single(kept)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tax", "The council raised taxes.", true)]
    [InlineData("taxes", "The council raised a tax.", true)]
    [InlineData("laws", "A law was passed on Monday.", true)]
    [InlineData("war", "Anna Berg wrote of wars and of peace.", true)]
    [InlineData("movies", "Anna Berg saw a movie in Dover.", true)]
    [InlineData("avalanche", "Two avalanches were seen on Monday.", true)]
    [InlineData("headaches", "The plan gave the council a headache.", true)]
    [InlineData("crisis", "The crises of that year were forgotten.", true)]
    [InlineData("volcanoes", "The volcano has slept for years.", true)]
    [InlineData("hero", "The heroes of the flood were thanked.", true)]
    [InlineData("campuses", "The campus was closed on Monday.", true)]
    [InlineData("houses", "The house was sold on Monday.", true)]
    [InlineData("sanction", "The sanctions were lifted.", true)]
    [InlineData(
        "Sanktionen",
        "Der Minister verteidigte nach der Sitzung die erste Sanktion, die das Land seit dem Herbst trifft.",
        true
    )]
    [InlineData(
        "Sanktion",
        "Der Minister verteidigte nach der Sitzung die neuen Sanktionen, die das Land seit dem Herbst treffen.",
        true
    )]
    [InlineData("starts", "The star of the team has left.", false)]
    [InlineData("planet", "The plan for the harbour was dropped.", false)]
    [InlineData("war", "A warm wind came from the south.", false)]
    [InlineData("'s", "Smith's plan was dropped.", false)]
    public void A_word_is_found_in_its_other_number_and_in_no_other_word(string asked, string text, bool isFound)
    {
        var kept = ArticleSummary.About(
            text,
            TextAnalyzer.Analyze(text),
            new Focus.OnWords(asked),
            new SummaryLength.Sentences(1)
        );

        Assert.Equal(isFound, kept.Count == 1);
    }

    [Fact]
    public void A_focus_on_one_of_two_who_speak_together_finds_their_words()
    {
        const string text =
            "Senator Anna Berg and Senator Carl Holm met in Dover.\n\n\"The harbour must stay open,\" Berg and Holm wrote.";
        var read = TextAnalyzer.Analyze(text);
        var berg = read.Entities.Single(e => e.Name == "Anna Berg");

        var kept = ArticleSummary.About(text, read, Focus.On(berg), new SummaryLength.Sentences(2));

        Assert.NotNull(read.Quotations[0].Together);
        Assert.Equal([0, 1], kept);
    }

    [Theory]
    [InlineData("zeppelin")]
    [InlineData("ferry zeppelin")]
    [InlineData("...")]
    [InlineData("")]
    public void A_focus_that_the_article_does_not_have_gives_no_summary(string words) =>
        Assert.Empty(ArticleSummary.About(Bridge, Read, new Focus.OnWords(words), new SummaryLength.Sentences(3)));

    private static string Sentence(int i) => Read.Sentences[i].Span.Of(Bridge);
}
