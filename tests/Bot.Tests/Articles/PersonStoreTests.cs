using Bot.Core.Articles;
using Bot.Text.Names;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Articles;

public sealed class PersonStoreTests
{
    [Fact]
    public async Task A_person_is_known_over_all_articles_with_first_and_last_sight()
    {
        using var desk = await ReadDeskAsync();

        var person = Assert.Single(await desk.People.FindPersonAsync("zelenskyy", Audience.Desk, SeedDesk.Stop));

        Assert.Equal(("Volodymyr Zelenskyy", EntityType.Person, 2), (person.Name, person.Type, person.Articles));
        Assert.Equal(new DateTimeOffset(2025, 12, 1, 0, 0, 0, TimeSpan.Zero), person.First.On);
        Assert.Equal(new DateTimeOffset(2025, 12, 3, 0, 0, 0, TimeSpan.Zero), person.Last.On);
        Assert.Equal(
            [person.Last.Article, person.First.Article],
            await desk.People.ArticlesNamingAsync(person, Audience.Desk, 10, 0, SeedDesk.Stop)
        );
    }

    [Theory]
    [InlineData("Volodymyr Zelenskyy")]
    [InlineData("VOLODYMYR ZELENSKYY")]
    [InlineData("  zelenskÿy ")]
    public async Task A_person_is_found_by_full_name_or_last_name_without_case_and_accents(string name)
    {
        using var desk = await ReadDeskAsync();

        Assert.Equal(
            "Volodymyr Zelenskyy",
            Assert.Single(await desk.People.FindPersonAsync(name, Audience.Desk, SeedDesk.Stop)).Name
        );
    }

    [Fact]
    public async Task Nobody_is_found_by_a_name_that_no_article_has()
    {
        using var desk = await ReadDeskAsync();

        Assert.Empty(await desk.People.FindPersonAsync("merkel", Audience.Desk, SeedDesk.Stop));
        Assert.Empty(await desk.People.FindPersonAsync("%", Audience.Desk, SeedDesk.Stop));
    }

    [Theory]
    [InlineData("zelenski")]
    [InlineData("volodymir zelenskyy")]
    [InlineData("zelesnkyy")]
    public async Task A_slip_in_a_name_leads_to_the_nearest(string name)
    {
        using var desk = await ReadDeskAsync();

        var near = await desk.People.NearestPeopleAsync(name, Audience.Desk, 3, SeedDesk.Stop);

        Assert.Equal("Volodymyr Zelenskyy", Assert.Single(near).Name);
    }

    [Fact]
    public async Task People_are_listed_by_how_many_articles_speak_of_them()
    {
        using var desk = await ReadDeskAsync();

        var people = await desk.People.PeopleAsync(EntityType.Person, Audience.Desk, 10, 0, SeedDesk.Stop);

        Assert.Equal(["Volodymyr Zelenskyy", "Angela Brown"], people.Select(p => p.Name));
    }

    [Fact]
    public async Task People_of_a_withdrawn_article_are_not_counted()
    {
        using var desk = await ReadDeskAsync();

        desk.Remove("first.txt");
        await desk.LoadAsync();

        Assert.Equal(
            1,
            Assert.Single(await desk.People.FindPersonAsync("zelenskyy", Audience.Desk, SeedDesk.Stop)).Articles
        );
        Assert.Empty(await desk.People.FindPersonAsync("brown", Audience.Desk, SeedDesk.Stop));
    }

    [Fact]
    public async Task What_is_waiting_is_read_once()
    {
        using var desk = await ReadDeskAsync();

        using var reading = Reading(desk);

        Assert.Equal(0, await reading.ReadWaitingAsync(SeedDesk.Stop));
        desk.Write("second.txt", "Nobody is named here any more. It rained.");
        await desk.LoadAsync();
        Assert.Equal(1, await reading.ReadWaitingAsync(SeedDesk.Stop));
        Assert.Equal(
            1,
            Assert.Single(await desk.People.FindPersonAsync("zelenskyy", Audience.Desk, SeedDesk.Stop)).Articles
        );
    }

    [Fact]
    public async Task A_stored_analysis_is_what_was_understood()
    {
        using var desk = await ReadDeskAsync();

        foreach (var article in await desk.LatestAsync())
        {
            var stored = await desk.Articles.ReadAsync(article, SeedDesk.Stop);
            var now = Bot.Text.TextAnalyzer.Analyze(article.Text);
            Assert.Equivalent(now, stored, strict: true);
        }
    }

    private static async Task<SeedDesk> ReadDeskAsync()
    {
        var desk = await SeedDesk.OpenAsync();
        desk.Write(
            "first.txt",
            " date 2025-12-01 President Volodymyr Zelenskyy met Angela Brown on Monday. Volodymyr Zelenskyy thanked her for the visit."
        );
        desk.Write(
            "second.txt",
            " date 2025-12-03 Ukraine's leader Volodymyr Zelenskyy spoke to reporters on Wednesday."
        );
        await desk.LoadAsync();
        using var reading = Reading(desk);
        Assert.Equal(2, await reading.ReadWaitingAsync(SeedDesk.Stop));
        return desk;
    }

    private static AnalysisDesk Reading(SeedDesk desk) =>
        new(desk.Articles, desk.Intake, desk.Database, NullLogger<AnalysisDesk>.Instance);
}
