using System.Globalization;
using Bot.Core.Articles;

namespace Bot.Tests.Articles;

public sealed class SeedLoaderTests
{
    private const string Talks =
        "Ministers met in Oslo on Monday to talk about fish. They agreed on nothing, and they will meet again.";

    private const string Harvest = "The harvest was the best in ten years. Farmers said they had hoped for less rain.";

    [Fact]
    public async Task A_text_becomes_an_article_with_the_text_as_it_was_read()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("talks.txt", " date 2025-12-28 " + Talks);

        var report = await desk.LoadAsync();

        var article = await desk.OnlyAsync();
        Assert.Equal((1, 1, 0), (report.Added, report.Total, report.Problems.Count));
        Assert.Equal(" date 2025-12-28 " + Talks, article.Text);
        Assert.Equal(new DateTimeOffset(2025, 12, 28, 0, 0, 0, TimeSpan.Zero), article.Published);
        Assert.False(article.HasOwnTitle);
        Assert.Equal("seeds", article.Source);
    }

    [Fact]
    public async Task A_second_look_changes_nothing()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("talks.txt", Talks);
        await desk.LoadAsync();

        using var other = desk.NewLoader();
        var report = await other.LoadAsync(SeedDesk.Stop);

        Assert.False(report.HasChanges);
        Assert.Equal(1, report.Unchanged);
    }

    [Fact]
    public async Task A_changed_file_keeps_its_number_and_is_understood_anew()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("talks.txt", Talks);
        await desk.LoadAsync();
        var before = await desk.OnlyAsync();
        await desk.Articles.ReadAsync(before, SeedDesk.Stop);

        desk.Write("talks.txt", Harvest);
        var report = await desk.LoadAsync();

        var after = await desk.OnlyAsync();
        Assert.Equal(1, report.Updated);
        Assert.Equal(before.Id, after.Id);
        var analysis = await desk.Articles.ReadAsync(after, SeedDesk.Stop);
        Assert.Equal("The harvest was the best in ten years.", analysis.Sentences[0].Span.Of(after.Text));
    }

    [Fact]
    public async Task A_removed_file_leaves_lists_and_search_but_is_still_there_for_what_was_posted_of_it()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("talks.txt", Talks);
        await desk.LoadAsync();
        var article = await desk.OnlyAsync();

        desk.Remove("talks.txt");
        var report = await desk.LoadAsync();

        Assert.Equal((1, 0), (report.Withdrawn, report.Total));
        Assert.Empty(await desk.LatestAsync());
        Assert.Empty(await desk.Articles.SearchAsync("oslo", Audience.Desk, ArticleFilter.None, 10, 0, SeedDesk.Stop));
        Assert.True((await desk.Articles.FindAsync(article.Id, Audience.Desk, SeedDesk.Stop))?.IsWithdrawn);
    }

    [Fact]
    public async Task A_file_that_comes_back_has_the_number_that_it_had()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("talks.txt", Talks);
        await desk.LoadAsync();
        var before = await desk.OnlyAsync();
        desk.Remove("talks.txt");
        await desk.LoadAsync();

        desk.Write("later.txt", Talks);
        await desk.LoadAsync();

        Assert.Equal(before.Id, (await desk.OnlyAsync()).Id);
        Assert.Single(await desk.Articles.SearchAsync("oslo", Audience.Desk, ArticleFilter.None, 10, 0, SeedDesk.Stop));
    }

    [Fact]
    public async Task One_article_under_two_names_is_one_and_the_second_takes_the_place_of_the_first()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("a.txt", Talks);
        desk.Write("b.txt", Talks.ToUpperInvariant() + "\r\n");

        var report = await desk.LoadAsync();
        var first = await desk.OnlyAsync();
        desk.Remove("a.txt");
        await desk.LoadAsync();

        var second = await desk.OnlyAsync();
        Assert.Equal((1, 1), (report.Added, report.Twins));
        Assert.Equal(Talks, first.Text);
        Assert.Equal(first.Id, second.Id);
        Assert.Equal(Talks.ToUpperInvariant() + "\r\n", second.Text);
    }

    [Fact]
    public async Task A_twin_is_an_article_of_its_own_once_the_first_says_something_else()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("a.txt", Talks);
        desk.Write("b.txt", Talks);
        await desk.LoadAsync();
        var first = await desk.OnlyAsync();

        desk.Write("a.txt", Harvest);
        await desk.LoadAsync();

        var articles = await desk.LatestAsync();
        Assert.Equal(2, articles.Count);
        Assert.Equal(Harvest, articles.Single(a => a.Id == first.Id).Text);
        Assert.Equal(Talks, articles.Single(a => a.Id != first.Id).Text);
    }

    [Fact]
    public async Task A_renamed_file_keeps_its_number()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("talks.txt", Talks);
        await desk.LoadAsync();
        var before = await desk.OnlyAsync();

        File.Move(Path.Combine(desk.Folder, "talks.txt"), Path.Combine(desk.Folder, "archive.txt"));
        var report = await desk.LoadAsync();

        Assert.Equal(before.Id, (await desk.OnlyAsync()).Id);
        Assert.Equal((0, 0), (report.Added, report.Withdrawn));
    }

    [Fact]
    public async Task Articles_are_listed_newest_first_and_a_date_in_the_future_pins_nothing_to_the_top()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("future.txt", " date 2031-01-01 " + Talks);
        await desk.LoadAsync();
        desk.Clock.Advance(TimeSpan.FromDays(3));
        desk.Write(
            "now.txt",
            string.Create(CultureInfo.InvariantCulture, $" date {desk.Clock.GetUtcNow():yyyy-MM-dd} {Harvest}")
        );
        await desk.LoadAsync();

        var titles = (await desk.LatestAsync()).Select(a => a.Text[17..29]);

        Assert.Equal(["The harvest ", "Ministers me"], titles);
    }
}
