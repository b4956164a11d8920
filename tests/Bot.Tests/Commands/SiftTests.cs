using System.Globalization;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Places;
using Bot.Core.Storage;
using Bot.Tests.Articles;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands;

/// <summary>Lists by source, by time, by language and by who is quoted. It is Friday, 2 January 2026, noon in UTC.</summary>
public sealed class SiftTests : IAsyncLifetime
{
    private Newsroom _room = null!; // Opened before each test.

    public async ValueTask InitializeAsync()
    {
        _room = await Newsroom.OpenAsync();
        await _room.AddAsync(
            "“We cannot patch the bridge again,” said Mayor Helen Carter on Thursday. The council votes in January.",
            "Bridge closes",
            "2026-01-01",
            "The Gazette",
            "https://www.gazette.example/bridge"
        );
        await _room.AddAsync(
            "The bridge was built in 1902. Nobody remembers who drew it, and Helen Carter has never asked.",
            "A bridge and its years",
            "2025-12-20",
            "Süddeutsche Rundschau"
        );
        await _room.AddAsync(
            "Die Brücke wird am Montag für zwei Jahre gesperrt. Die Stadt plant eine Fähre für die Anwohner am Fluss, und niemand freut sich darüber.",
            "Brücke gesperrt",
            "2025-11-20",
            "Süddeutsche Rundschau"
        );
        await _room.ReadAllAsync();
    }

    public async ValueTask DisposeAsync() => await _room.DisposeAsync();

    [Theory]
    [InlineData("gazette")]
    [InlineData("The Gazette")]
    [InlineData("gazzette")]
    [InlineData("gazette.example")]
    [InlineData("https://www.gazette.example/world?a=b")]
    public async Task A_source_is_meant_by_its_name_or_host_with_a_slip(string from) =>
        Assert.Equal(["Bridge closes"], await TitlesAsync($"/latest from:\"{from}\""));

    [Theory]
    [InlineData("/latest from:suddeutsche")]
    [InlineData("/latest from suddeutsche rundschau")]
    [InlineData("/latest --from Süddeutsche")]
    public async Task A_source_is_named_without_accents_and_in_plain_words(string line) =>
        Assert.Equal(["A bridge and its years", "Brücke gesperrt"], await TitlesAsync(line));

    [Fact]
    public async Task A_source_that_nobody_knows_is_told_with_those_that_there_are() =>
        Assert.Equal(
            """
            No source here is called “mirror”. There are: Süddeutsche Rundschau and The Gazette.
            [Süddeutsche Rundschau /latest from:"Süddeutsche Rundschau"] [The Gazette /latest from:"The Gazette"]
            """,
            await AskAsync("/latest from:mirror")
        );

    [Theory]
    [InlineData("36h", 1)]
    [InlineData("2d", 1)]
    [InlineData("2 days", 1)]
    [InlineData("last 3 days", 1)]
    [InlineData("vor 2 Tagen", 1)]
    [InlineData("yesterday", 1)]
    [InlineData("gestern", 1)]
    [InlineData("monday", 1)]
    [InlineData("Mo", 1)]
    [InlineData("samstag", 1)]
    [InlineData("2 weeks", 2)]
    [InlineData("three", null)]
    [InlineData("20 Dec", 2)]
    [InlineData("20. Dezember", 2)]
    [InlineData("Dec 20, 2025", 2)]
    [InlineData("2025-12-20", 2)]
    [InlineData("20.12.", 2)]
    [InlineData("21.12.2025", 1)]
    [InlineData("november", 3)]
    [InlineData("2025", 3)]
    [InlineData("2025-12-20 00:01", 1)]
    [InlineData("31.11.2025", null)]
    [InlineData("9999-99-99", null)]
    [InlineData("99999999h", null)]
    [InlineData("-1d", null)]
    public async Task A_time_is_read_as_people_write_it(string since, int? count)
    {
        var titles = await TitlesAsync($"/latest since:\"{since}\"");

        if (count is { } known)
            Assert.Equal(known, titles.Length);
        else
            Assert.StartsWith(
                $"“{since}” is no time that I know: say 3h, 2d, yesterday, monday, 20 Nov or 2026-11-20, as in /latest since:yesterday.",
                await AskAsync($"/latest since:\"{since}\""),
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("/latest since 20 Dec 2025")]
    [InlineData("/latest since:20 Dec lang en")]
    [InlineData("/latest since:2 weeks")]
    [InlineData("/latest since vor 14 tagen")]
    public async Task A_time_of_several_words_needs_no_marks(string line) =>
        Assert.Equal(2, (await TitlesAsync(line)).Length);

    [Fact]
    public async Task A_time_that_lies_ahead_is_told_so() =>
        Assert.StartsWith(
            "“2026-01-03” lies ahead",
            await AskAsync("/latest since:2026-01-03"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_day_begins_in_the_places_zone()
    {
        await _room
            .Get<PlaceBook>()
            .SetZoneAsync(
                Newsroom.Place,
                TimeZoneInfo.FindSystemTimeZoneById("Pacific/Kiritimati"),
                TestContext.Current.CancellationToken
            );

        // There it is Saturday, and yesterday began on Thursday at ten in UTC: the bridge's midnight is before it.
        Assert.StartsWith(
            "“since 2 January 2026”",
            await AskAsync("/latest since:yesterday"),
            StringComparison.Ordinal
        );
        Assert.Equal(["Bridge closes"], await TitlesAsync("/latest since:2026-01-01"));
    }

    [Theory]
    [InlineData("de")]
    [InlineData("DE-at")]
    [InlineData("german")]
    [InlineData("Deutsch")]
    public async Task A_language_is_meant_by_its_tag_or_its_name(string language)
    {
        Assert.Equal(["Brücke gesperrt"], await TitlesAsync($"/latest lang:{language}"));
        Assert.StartsWith(
            "# 1 article · in German",
            await AskAsync($"/latest lang:{language}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_language_that_is_none_is_told_with_an_example()
    {
        Assert.StartsWith(
            "I know no language “klingon”: say its name or its two letters, as in /latest lang:en.",
            await AskAsync("/latest lang:klingon"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "I know no language “germn”. Did you mean German, as in /latest lang:de?",
            await AskAsync("/latest lang:germn"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/search bridge by:carter")]
    [InlineData("/search by:carter bridge")]
    [InlineData("/search bridge by:\"helen carter\"")]
    [InlineData("/search bridge by:cartr")]
    public async Task Who_is_quoted_is_meant_as_in_quotes(string line) =>
        Assert.Equal(["Bridge closes"], await TitlesAsync(line));

    [Fact]
    public async Task Nobody_of_a_name_is_told_with_the_search_without() =>
        Assert.Equal(
            """
            No one called “merkel” is named in the articles here.
            [Without it /search "bridge"]
            """,
            await AskAsync("/search bridge by:merkel")
        );

    [Fact]
    public async Task What_is_looked_for_may_have_the_words_of_options() =>
        Assert.Contains(
            "“nobody remembers from since by lang”",
            await AskAsync("/search nobody remembers from since by lang"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_heading_says_what_was_sifted_by() =>
        Assert.StartsWith(
            "# 1 article with “bridge” · from The Gazette · quoting Helen Carter · since 20 December 2025 · in English",
            await AskAsync("/search bridge lang:english by:carter from:gazette since:20.12."),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_filter_that_leaves_nothing_is_named_and_can_be_left_out() =>
        Assert.Equal(
            """
            “from The Gazette” leaves nothing of 1 article.
            [Without “from The Gazette” /latest lang:"de"] [Without “in German” /latest from:"gazette"]
            """,
            await AskAsync("/latest from:gazette lang:de")
        );

    [Fact]
    public async Task Filters_that_leave_nothing_together_can_be_left_out_together() =>
        Assert.Equal(
            """
            “since 2 January 2026, 11:55” and “in French” together leave nothing of 3 articles.
            [Without all of them /latest]
            """,
            await AskAsync("/latest since:5m lang:fr")
        );

    [Fact]
    public async Task Words_that_no_article_has_are_told_whatever_it_is_sifted_by() =>
        Assert.StartsWith(
            "No article has “zeppelin”.",
            await AskAsync("/search zeppelin from:gazette lang:de"),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task The_next_page_keeps_the_filters()
    {
        for (var i = 0; i < 12; i++)
            await _room.AddAsync(
                $"The mill number {i} stands still. Nobody grinds.",
                $"Mill {i}",
                "2026-01-01",
                "Mills"
            );
        await _room.ReadAllAsync();

        var first = await AskAsync("/latest from:mills since:2d lang:en");
        var second = await AskAsync("/latest from:\"mills\" since:\"2025-12-31 12:00\" lang:\"en\" page:2");

        Assert.StartsWith("# 12 articles, the newest first · from Mills · since", first, StringComparison.Ordinal);
        Assert.EndsWith(
            "[Next page /latest from:\"mills\" since:\"2025-12-31 12:00\" lang:\"en\" page:2]",
            first,
            StringComparison.Ordinal
        );
        Assert.Equal(2, second.Split('\n').Count(l => l.Contains(". Mill ", StringComparison.Ordinal)));
        Assert.EndsWith(
            "[Next page /search \"mill\" from:\"mills\" page:2]",
            await AskAsync("/search mill from:mills"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_feed_is_a_source_by_the_name_that_the_chat_gave_it_by_its_own_and_by_its_host()
    {
        var feeds = new FeedRows(_room.Get<Database>(), _room.Get<ArticleIntake>());
        var feed = await feeds.AddFeedAsync(
            "https://rss.harbour.example/all",
            "Harbour News",
            "https://harbour.example"
        );
        await feeds.FollowAsync(Newsroom.Place.ToString(), feed, title: "Ships");
        await feeds.ShowAsync(feed, "A ship came", "A ship came in on Monday. It left on Tuesday.");

        foreach (var name in new[] { "ships", "harbour.example", "rss.harbour.example" })
            Assert.Equal(["A ship came"], await TitlesAsync($"/latest from:{name}"));
    }

    [Fact]
    public async Task A_reader_is_answered_in_german()
    {
        var reader = Newsroom.Reader with { Language = CultureInfo.GetCultureInfo("de") };

        var found = PlainText.Of(await _room.AskAsync("/latest since:november lang:deutsch", reader))[0];
        var wrong = PlainText.Of(await _room.AskAsync("/latest since:irgendwann", reader))[0];

        Assert.Equal("# 1 Artikel · seit 1. November 2025 · Sprache: Deutsch", found);
        Assert.StartsWith("„irgendwann“ ist keine Zeit, die ich kenne", wrong, StringComparison.Ordinal);
    }

    private async Task<string> AskAsync(string line) => string.Join('\n', PlainText.Of(await _room.AskAsync(line)));

    private async Task<string[]> TitlesAsync(string line) =>
        [
            .. (await _room.AskAsync(line))
                .Blocks.OfType<NumberedBlock>()
                .SelectMany(b => b.Items)
                .Select(i => ((Strong)i.Words[0]).Text),
        ];
}
