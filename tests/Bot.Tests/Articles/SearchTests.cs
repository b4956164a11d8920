using Bot.Core.Articles;

namespace Bot.Tests.Articles;

public sealed class SearchTests
{
    [Theory]
    [InlineData("zelenskyy kyiv")]
    [InlineData("ZELENSKYY")]
    [InlineData("citizens zel")]
    [InlineData("łódź")]
    [InlineData("lodz")]
    [InlineData("citizen")]
    [InlineData("Kyiv's")]
    [InlineData("\"Kyiv")]
    public async Task Words_are_found_in_title_and_body_without_case_accents_and_endings(string words)
    {
        using var desk = await DeskAsync();

        var found = await desk.Articles.SearchAsync(words, Audience.Desk, ArticleFilter.None, 10, 0, SeedDesk.Stop);

        Assert.Contains("Zelenskyy", Assert.Single(found).Title, StringComparison.Ordinal);
        Assert.Equal(
            1,
            (await desk.Articles.CountFoundAsync(words, Audience.Desk, ArticleFilter.None, SeedDesk.Stop)).Value
        );
    }

    [Theory]
    [InlineData("kyiv OR harbour")]
    [InlineData("NOT kyiv")]
    [InlineData("title:kyiv")]
    [InlineData("kyiv NEAR(harbour)")]
    [InlineData("\"")]
    [InlineData("* ^ ( ) - + :")]
    [InlineData("")]
    [InlineData("'; DROP TABLE articles; --")]
    [InlineData("{title} : kyiv")]
    [InlineData("\0")]
    public async Task Nothing_that_a_reader_types_is_an_operator(string words)
    {
        using var desk = await DeskAsync();

        Assert.Empty(await desk.Articles.SearchAsync(words, Audience.Desk, ArticleFilter.None, 10, 0, SeedDesk.Stop));
        Assert.Equal(
            0,
            (await desk.Articles.CountFoundAsync(words, Audience.Desk, ArticleFilter.None, SeedDesk.Stop)).Value
        );
        Assert.Equal(3, await desk.Articles.CountAllAsync(SeedDesk.Stop));
    }

    [Fact]
    public async Task What_is_found_comes_newest_first_and_in_pages()
    {
        using var desk = await DeskAsync();

        var first = await desk.Articles.SearchAsync("the", Audience.Desk, ArticleFilter.None, 2, 0, SeedDesk.Stop);
        var rest = await desk.Articles.SearchAsync("the", Audience.Desk, ArticleFilter.None, 2, 2, SeedDesk.Stop);

        Assert.Equal(
            ["Harbour opens", "Harbour closes for the winter", "Zelenskyy visits Łódź"],
            first.Concat(rest).Select(a => a.Title)
        );
    }

    [Theory]
    [InlineData("harbour winter", "Harbour closes for the winter")]
    [InlineData("zelenskyy lodz", "Zelenskyy visits Łódź")]
    [InlineData("harb", "Harbour opens")]
    [InlineData("the closing of that harbour in winter", "Harbour closes for the winter")]
    public async Task An_article_is_chosen_by_words_of_its_title(string words, string title)
    {
        using var desk = await DeskAsync();

        Assert.Equal(title, (await desk.Articles.FindByTitleAsync(words, Audience.Desk, 5, SeedDesk.Stop))[0].Title);
    }

    [Fact]
    public async Task Words_of_the_body_choose_no_title()
    {
        using var desk = await DeskAsync();

        Assert.Empty(await desk.Articles.FindByTitleAsync("citizens", Audience.Desk, 5, SeedDesk.Stop));
    }

    [Fact]
    public async Task A_changed_text_is_found_by_its_new_words_alone()
    {
        using var desk = await DeskAsync();
        desk.Write("harbour.json", """[{"title":"Harbour opens","text":"A whale was seen there."}]""");
        await desk.LoadAsync();

        Assert.Single(
            await desk.Articles.SearchAsync("whale", Audience.Desk, ArticleFilter.None, 10, 0, SeedDesk.Stop)
        );
        Assert.Empty(await desk.Articles.SearchAsync("ships", Audience.Desk, ArticleFilter.None, 10, 0, SeedDesk.Stop));
    }

    private static async Task<SeedDesk> DeskAsync()
    {
        var desk = await SeedDesk.OpenAsync();
        desk.Write(
            "harbour.json",
            """
            [{"title":"Harbour opens","published":"2025-12-03","text":"The ships came in at dawn."},
             {"title":"Harbour closes for the winter","published":"2025-12-02","text":"The ice is early this year."}]
            """
        );
        desk.Write(
            "kyiv.json",
            """{"title":"Zelenskyy visits Łódź","published":"2025-12-01","text":"The president thanked the city's citizens for Kyiv's generators."}"""
        );
        await desk.LoadAsync();
        return desk;
    }
}
