using Bot.Core.Articles;
using static Bot.Tests.Feeds.Items.ItemStand;

namespace Bot.Tests.Feeds.Items;

/// <summary>Which of a feed's items are news: all that is known of how feeds break their own signs.</summary>
public sealed class ItemIntakeTests
{
    private const string Fire = "A fire burned all night in the old mill. The owner spoke of arson.";
    private const string Flood = "The river rose by a metre on Sunday. Two streets are closed.";

    [Fact]
    public async Task What_a_new_feed_has_is_archive_and_can_be_read()
    {
        await using var stand = await OpenAsync();

        var report = await stand.VisitAsync(Item(sign: "1"), Item("A fire", Fire, "2"));

        Assert.Equal((2, 0, 0), (report.New, report.Changed, report.Held));
        Assert.Equal(["archive", "archive"], await stand.FatesAsync());
        Assert.Equal(["A bridge fell", "A fire"], (await stand.TitlesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_item_that_comes_later_is_news_once()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();

        var first = await stand.VisitAsync(Item(sign: "1"));
        var again = await stand.VisitAsync(Item(sign: "1"));

        Assert.Equal((1, 0), (first.New, again.New));
        Assert.Equal(["taken"], await stand.FatesAsync());
        var article = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
        Assert.Equal(("Example World", "A bridge fell"), (article.Source, article.Title));
        Assert.Equal("The bridge at Exmouth fell on Monday. Nobody was hurt.", article.Text);
    }

    [Fact]
    public async Task An_item_that_is_edited_is_a_new_version_of_its_article()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await stand.VisitAsync(Item(sign: "1"));
        var before = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));

        var report = await stand.VisitAsync(
            Item(words: "The bridge at Exmouth fell on Monday. One man was hurt.", sign: "1")
        );

        Assert.Equal((0, 1), (report.New, report.Changed));
        var after = Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop));
        Assert.Equal(before.Id, after.Id);
        Assert.EndsWith("One man was hurt.", after.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_versions_that_take_turns_are_one_change()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        var (one, other) = (Item(sign: "1"), Item(words: "The bridge fell. A lorry was on it.", sign: "1"));

        await stand.VisitAsync(one);
        var changes = new List<int>();
        foreach (var version in new[] { other, one, other, one })
            changes.Add((await stand.VisitAsync(version)).Changed);

        Assert.Equal([1, 0, 0, 0], changes);
    }

    [Fact]
    public async Task A_bumped_date_is_no_change()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await stand.VisitAsync(Item(sign: "1"));

        var report = await stand.VisitAsync(Item(sign: "1", date: "Mon, 02 Mar 2026 11:30:00 GMT"));

        Assert.Equal((0, 0), (report.New, report.Changed));
    }

    [Theory]
    [InlineData("http://news.example/1", "https://news.example/1", null, null)]
    [InlineData("bridge-fell-0900", "bridge-falls-1000", "https://news.example/a/1", "https://news.example/a/1")]
    [InlineData("1", "99", "https://news.example/a/1?utm_source=rss", "http://www.news.example/a/1/#top")]
    [InlineData("1", "99", "https://news.example/a/1", "https://news.example/moved/a/1")]
    public async Task An_item_is_known_again_under_another_guid(
        string sign,
        string signLater,
        string? link,
        string? linkLater
    )
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await stand.VisitAsync(Item(sign: sign, link: link));

        var report = await stand.VisitAsync(Item(sign: signLater, link: linkLater));

        Assert.Equal(0, report.New);
        Assert.Single(await stand.TitlesAsync());
    }

    [Fact]
    public async Task A_guid_that_comes_back_for_another_story_names_a_new_one()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await stand.VisitAsync(Item(sign: "a", link: "https://news.example/x"));
        await stand.VisitAsync(Item(sign: "b", link: "https://news.example/x"));

        var report = await stand.VisitAsync(
            Item("A fire", Fire, sign: "a", link: "https://news.example/y"),
            Item(sign: "b", link: "https://news.example/x")
        );

        Assert.Equal(1, report.New);
        Assert.Equal(["A bridge fell", "A fire"], (await stand.TitlesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_link_that_carries_a_password_is_none()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();

        await stand.VisitAsync(Item(sign: "1", link: "https://user:secret@news.example/a/1"));

        Assert.Null(Assert.Single(await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop)).Url);
    }

    [Fact]
    public async Task More_than_a_thousand_new_items_a_day_wait_for_the_next()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        static string Number(int i) => Item($"Story {i}", $"Council {i} met on Monday. It voted.", $"{i}", date: null);

        var first = await stand.VisitAsync([.. Enumerable.Range(0, 1000).Select(Number)]);
        var more = await stand.VisitAsync([.. Enumerable.Range(990, 20).Select(Number)]);
        stand.Clock.Advance(TimeSpan.FromDays(1.5));
        var next = await stand.VisitAsync([.. Enumerable.Range(990, 20).Select(Number)]);

        Assert.Equal((1000, 0, 10), (first.New, more.New, next.New));
    }

    [Fact]
    public async Task What_its_feed_has_not_shown_for_half_a_year_is_forgotten()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await stand.VisitAsync(Item(sign: "1"), Item("A flood", Flood, "3"));
        stand.Clock.Advance(TimeSpan.FromDays(181));

        await stand.VisitAsync(Item("A fire", Fire, "2"), Item("A flood", Flood, "3"));

        Assert.Equal(["A fire", "A flood"], (await stand.TitlesAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_headline_in_the_guid_may_change_with_it()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await stand.VisitAsync(Item("Bridge falls", sign: "Bridge falls", link: "https://news.example/a/1"));

        var report = await stand.VisitAsync(
            Item("Bridge falls, one hurt", sign: "Bridge falls, one hurt", link: "https://news.example/a/1")
        );

        Assert.Equal((0, 1), (report.New, report.Changed));
        Assert.Equal(["Bridge falls, one hurt"], await stand.TitlesAsync());
    }

    [Fact]
    public async Task Items_that_share_a_guid_or_a_link_are_told_apart()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();

        var report = await stand.VisitAsync(
            Item(sign: "same", link: "https://news.example/a/1"),
            Item("A fire", Fire, "same", "https://news.example/a/2"),
            Item("A flood", Flood, "3", "https://news.example/")
        );
        var again = await stand.VisitAsync(
            Item("Rain", "It rained all day in the harbour.", "4", "https://news.example/")
        );

        Assert.Equal((3, 1), (report.New, again.New));
    }

    [Fact]
    public async Task An_old_item_that_returns_is_no_news()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await stand.VisitAsync(Item(sign: "1"));
        await stand.VisitAsync(Item("A fire", Fire, "2"));
        stand.Clock.Advance(TimeSpan.FromDays(40));

        var report = await stand.VisitAsync(Item(sign: "1"));

        Assert.Equal((0, 0), (report.New, report.Changed));
    }

    [Fact]
    public async Task Without_guid_and_link_the_title_and_its_day_tell()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await stand.VisitAsync(Item("Weather", Flood));

        var same = await stand.VisitAsync(Item("Weather", Flood + " More rain is due."));
        var nextDay = await stand.VisitAsync(Item("Weather", Fire, date: "Tue, 03 Mar 2026 09:00:00 GMT"));

        Assert.Equal((0, 1), (same.New, same.Changed));
        Assert.Equal(1, nextDay.New);
    }

    [Fact]
    public async Task Many_that_come_at_once_in_place_of_all_others_are_held()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await VisitTwelveAsync(stand);

        var report = await stand.VisitAsync([
            .. Enumerable
                .Range(0, 12)
                .Select(i =>
                    Item(
                        $"Page {i}",
                        $"Page {i} was moved on Tuesday. It is here now.",
                        $"new-{i}",
                        $"https://news.example/new/{i}"
                    )
                ),
        ]);

        Assert.Equal((12, 12), (report.New, report.Held));
        Assert.Equal(12, (await stand.FatesAsync()).Count(f => f == "held"));
    }

    [Fact]
    public async Task Where_all_guids_and_links_change_the_titles_tell()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await VisitTwelveAsync(stand);

        var report = await stand.VisitAsync([
            .. Enumerable
                .Range(0, 12)
                .Select(i =>
                    Item(
                        $"Story {i}",
                        $"Council {i} met on Monday. It voted twice.",
                        $"new-{i}",
                        $"https://news.example/new/{i}"
                    )
                ),
        ]);

        Assert.Equal((0, 0), (report.New, report.Held));
    }

    [Fact]
    public async Task A_date_in_the_future_is_now_and_no_date_is_none()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();

        await stand.VisitAsync(
            Item(sign: "1", date: "Fri, 01 Jan 2027 09:00:00 GMT"),
            Item("A fire", Fire, "2", date: null)
        );

        var articles = (await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop))
            .OrderBy(a => a.Title, StringComparer.Ordinal)
            .ToList();
        Assert.Equal(stand.Clock.GetUtcNow(), articles[0].Published);
        Assert.Null(articles[1].Published);
    }

    [Fact]
    public async Task What_the_feed_puts_under_every_item_is_left_out()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        string With(string words) =>
            $"<p>{words}</p><p>Support Example World with five pounds a month.</p><p>Read more</p>";

        await stand.VisitAsync(
            Item(words: With(Flood), sign: "1"),
            Item("A fire", With(Fire), "2"),
            Item("Rain", With("It rained. It will rain."), "3")
        );

        Assert.All(
            await stand.Articles.LatestAsync(Audience.Desk, 10, 0, Stop),
            a =>
            {
                Assert.DoesNotContain("five pounds", a.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("Read more", a.Text, StringComparison.Ordinal);
            }
        );
    }

    [Fact]
    public async Task A_headline_alone_is_an_article_and_nothing_at_all_is_none()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();

        await stand.VisitAsync(
            "<item><title>Bridge falls in Exmouth</title><guid>1</guid></item>",
            "<item><guid>2</guid></item>"
        );

        Assert.Equal(["Bridge falls in Exmouth"], await stand.TitlesAsync());
        Assert.Equal(["empty", "taken"], await stand.FatesAsync());
    }

    [Fact]
    public async Task The_same_article_in_a_seed_and_a_feed_is_kept_once()
    {
        await using var stand = await (await OpenAsync()).BegunAsync();
        await stand.Intake.FileAsync(
            "seed.txt",
            [new ArticleCopy("The Gazette", "A fire", true, null, null, null, Fire)],
            Stop
        );

        var report = await stand.VisitAsync(Item("Fire!", Fire, "1"));

        Assert.Equal(1, report.New);
        Assert.Equal(["A fire"], await stand.TitlesAsync());
    }

    /// <summary>Twelve items, a visit each.</summary>
    private static async Task VisitTwelveAsync(ItemStand stand)
    {
        for (var i = 0; i < 12; i++)
            await stand.VisitAsync(
                Item(
                    $"Story {i}",
                    $"Council {i} met on Monday. It voted twice.",
                    $"old-{i}",
                    $"https://news.example/{i}"
                )
            );
    }
}
