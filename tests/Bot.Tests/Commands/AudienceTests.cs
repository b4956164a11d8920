using Bot.Core.Articles;
using Bot.Core.Articles.Aside;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Delivery;
using Bot.Core.Storage;
using Bot.Core.Texts;
using Bot.Tests.Articles;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands;

/// <summary>A place sees the seeds and the feeds that it follows, whatever is asked there.</summary>
public sealed class AudienceTests : IAsyncLifetime
{
    private const string Here = "discord:1";
    private const string There = "discord:2";

    private const string Harbour =
        "“The harbour is ours again,” said Harbour Master Ulla Brandt on Monday. The boats went out at dawn.";

    private const string Valley =
        "“Nobody asked the valley,” said Mayor Otto Kranz on Tuesday. The road will be closed until spring.";

    private const string Newsflash =
        "The mayor resigns on Friday, and nobody outside this room is to know of it. The deputy has been told already.";

    private Newsroom _room = null!; // Opened before each test.
    private FeedRows _feeds = null!;
    private long _coast;
    private long _hills;
    private ArticleId _harbour;
    private ArticleId _valley;

    public async ValueTask InitializeAsync()
    {
        _room = await Newsroom.OpenAsync();
        _feeds = new FeedRows(_room.Get<Database>(), _room.Get<ArticleIntake>());
        await _room.AddAsync("It rained in the whole country on Sunday. Nobody was surprised.", "Rain everywhere");
        _coast = await _feeds.AddFeedAsync("https://coast.example/rss", "Coast Post");
        _hills = await _feeds.AddFeedAsync("https://www.hills.example/feed", "Hill Tribune");
        await _feeds.FollowAsync(Here, _coast);
        await _feeds.FollowAsync(There, _hills);
        _harbour = await _feeds.ShowAsync(_coast, "Harbour opens", Harbour, "2025-12-29");
        _valley = await _feeds.ShowAsync(_hills, "Valley road closed", Valley, "2025-12-30");
        await _room.ReadAllAsync();
    }

    public async ValueTask DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task Two_chats_see_the_seeds_and_each_its_own_feeds()
    {
        var here = await AskAsync("/latest", Here);
        var there = await AskAsync("/latest", There);

        Assert.StartsWith("# 2 articles", here, StringComparison.Ordinal);
        Assert.Contains("Harbour opens", here, StringComparison.Ordinal);
        Assert.Contains("Rain everywhere", here, StringComparison.Ordinal);
        Assert.DoesNotContain("Valley", here, StringComparison.Ordinal);
        Assert.Contains("Valley road closed", there, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour", there, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_finds_what_the_place_sees()
    {
        Assert.Contains("Harbour opens", await AskAsync("/search boats", Here), StringComparison.Ordinal);
        Assert.Equal(
            "No article has “boats”. /latest shows the newest.",
            (await AskAsync("/search boats", There)).Split('\n')[0]
        );
    }

    [Fact]
    public async Task An_article_of_anothers_feed_is_as_if_it_were_gone()
    {
        const string gone = "That article is no longer here. /latest shows the newest.";

        Assert.Equal(gone, await AskAsync($"/summary #{_valley}", Here));
        Assert.Equal(gone, await AskAsync($"/read #{_harbour}", There));
        Assert.Contains("Harbour opens", await AskAsync($"/read #{_harbour}", Here), StringComparison.Ordinal);
        Assert.StartsWith("No title has", await AskAsync("/quotes valley road", Here), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_a_list_from_before_it_was_unfollowed_leads_nowhere()
    {
        await AskAsync("/latest", Here);
        await _feeds.UnfollowAsync(Here, _coast);

        Assert.StartsWith("That article is no longer here", await AskAsync("/read 1", Here), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/who brandt")]
    [InlineData("/quotes by:brandt")]
    [InlineData("/summary about:brandt")]
    public async Task People_are_known_from_what_the_place_sees(string line)
    {
        Assert.Contains("Harbour opens", await AskAsync(line, Here), StringComparison.Ordinal);
        Assert.DoesNotContain("arbour", await AskAsync(line, There), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_number_of_articles_is_the_places_own()
    {
        Assert.Contains("2 articles here.", await AskAsync("/about", Here), StringComparison.Ordinal);
        Assert.Contains("1 article here.", await AskAsync("/about", "telegram:3"), StringComparison.Ordinal);
        Assert.Contains("In all articles: ", await AskAsync("/who merkel", "telegram:3"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_topic_sees_what_its_chat_follows()
    {
        await _feeds.FollowAsync("telegram:-100", _coast);

        Assert.Contains("Harbour opens", await AskAsync("/latest", "telegram:-100/7"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_paused_still_shows_what_came_before()
    {
        await _feeds.FollowAsync(Here, _coast, paused: "2026-01-01T12:00:00.000Z");
        await _feeds.ShowAsync(
            _coast,
            "Harbour shuts again",
            "The harbour shut again on Friday.",
            "2026-01-02",
            seen: "2026-01-02T09:00:00.000Z"
        );

        var latest = await AskAsync("/latest", Here);

        Assert.Contains("Harbour opens", latest, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour shuts", latest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_that_a_seed_has_too_is_everybodys()
    {
        await _room.AddAsync(Valley, "Valley road closed");

        Assert.Contains("Valley road closed", await AskAsync("/latest", Here), StringComparison.Ordinal);
        Assert.StartsWith("# 3 articles", await AskAsync("/latest", Here), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_of_two_feeds_is_seen_by_the_followers_of_either_and_listed_once()
    {
        await _feeds.ShowAsync(_hills, "The harbour", Harbour);
        await _feeds.FollowAsync(Here, _hills);

        var here = await AskAsync("/latest", Here);

        Assert.StartsWith("# 3 articles", here, StringComparison.Ordinal);
        Assert.Equal(2, here.Split("Harbour opens").Length);
        Assert.Contains("Harbour opens", await AskAsync("/latest", There), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_with_the_words_of_anothers_feed_is_read_and_tells_nothing_of_the_feed()
    {
        var text = $"{Valley} That is all that is known, and nobody in the valley is glad of it.";
        await _feeds.ShowAsync(_hills, "Valley in full", text);
        var quoted = new QuotedMessage(text, "Ann", Published: null, Link: null, IsChosen: true);

        var answer = await AskAsync("/read", Here, quoted);

        Assert.Contains("Nobody asked the valley", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("The Wire", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_chat_points_at_is_that_chats_alone(bool isLinked)
    {
        var put = await _room
            .Get<AsideShelf>()
            .PutAsync(
                new AsideText(Newsflash, "Ann") { IsLinked = isLinked },
                Audience.Of(Here),
                TestContext.Current.CancellationToken
            );

        var here = await AskAsync($"/read #{put!.Id}", Here);
        var there = await AskAsync($"/read #{put.Id}", There);

        Assert.Contains("The mayor resigns on Friday", here, StringComparison.Ordinal);
        Assert.Equal("That article is no longer here. /latest shows the newest.", there);
    }

    [Fact]
    public async Task Two_chats_that_point_at_the_same_words_learn_nothing_of_each_other()
    {
        var first = await AskAsync("/read", Here, Message("Ann", "https://chat.example/1/99"));

        var second = await AskAsync("/read", There, Message("Bob", "https://chat.example/2/11"));

        Assert.Contains("Ann", first, StringComparison.Ordinal);
        Assert.Contains("Bob", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_chat_pointed_at_goes_where_the_chat_goes_and_is_forgotten_with_it()
    {
        var put = await _room
            .Get<AsideShelf>()
            .PutAsync(
                new AsideText(Newsflash, "Ann"),
                Audience.Of("telegram:-5"),
                TestContext.Current.CancellationToken
            );
        var moved = new Destination("telegram", "-1005");

        await _room
            .Get<DestinationBook>()
            .MoveAsync(new Destination("telegram", "-5"), moved, TestContext.Current.CancellationToken);
        var after = await AskAsync($"/read #{put!.Id}", "telegram:-1005");
        await _room.Get<DestinationBook>().ForgetAsync(moved, TestContext.Current.CancellationToken);

        Assert.Contains("The mayor resigns on Friday", after, StringComparison.Ordinal);
        Assert.Null(
            await _room.Get<ArticleStore>().FindAsync(put.Id, Audience.Desk, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_seed_with_the_words_that_a_chat_pointed_at_is_an_article_of_its_own()
    {
        await AskAsync("/read", Here, Message("Ann", "https://chat.example/1/99"));

        await _room.AddAsync(Newsflash, "The mayor resigns");

        Assert.Contains("The mayor resigns", await AskAsync("/latest", There), StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", await AskAsync("/read mayor resigns", There), StringComparison.Ordinal);
    }

    private static QuotedMessage Message(string source, string link) =>
        new(Newsflash, source, Published: null, new Uri(link), IsChosen: true);

    [Fact]
    public async Task What_is_offered_while_somebody_types_is_what_the_place_sees()
    {
        Assert.Equal(["Harbour opens", "Rain everywhere"], await SuggestedAsync("read", "article", "", Here));
        Assert.Equal(["Ulla Brandt"], await SuggestedAsync("who", "name", "", Here));
        Assert.Equal(["Otto Kranz"], await SuggestedAsync("who", "name", "", There));
        Assert.Equal(["Coast Post", "The Gazette", "The Wire"], await SuggestedAsync("latest", "from", "", Here));
        Assert.Equal(["Hill Tribune"], await SuggestedAsync("latest", "from", "trib", There));
        Assert.Empty(await SuggestedAsync("latest", "from", "trib", Here));
    }

    [Theory]
    [InlineData("/latest from:co", "\"Coast Post\"")]
    [InlineData("/read harb", "Harbour opens")]
    [InlineData("/quotes by:bra", "brandt")]
    [InlineData("/latest lang:ger", "German")]
    [InlineData("/latest since:yes", "yesterday")]
    public async Task A_line_goes_on_with_what_its_place_sees(string line, string word)
    {
        Assert.Contains(word, await CompletedAsync(line, Here));
        if (!line.Contains("lang", StringComparison.Ordinal) && !line.Contains("since", StringComparison.Ordinal))
            Assert.DoesNotContain(word, await CompletedAsync(line, There));
    }

    [Fact]
    public async Task A_digest_tells_each_place_its_own()
    {
        var here = await AskAsync("/digest preview", Here);
        var there = await AskAsync("/digest preview", There);

        Assert.Contains("Harbour opens", here, StringComparison.Ordinal);
        Assert.DoesNotContain("Valley", here, StringComparison.Ordinal);
        Assert.Contains("Valley road closed", there, StringComparison.Ordinal);
        Assert.DoesNotContain("Harbour", there, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> CompletedAsync(string line, string place) =>
        (
            await _room
                .Get<LineCompletion>()
                .CompleteAsync(
                    line,
                    Destination.TryParse(place)!.Value,
                    _room.Get<Phrasebook>().In(Newsroom.Reader.Language),
                    TestContext.Current.CancellationToken
                )
        ).Words;

    private async Task<string[]> SuggestedAsync(string command, string option, string typed, string place)
    {
        var description = _room.Get<CommandCatalog>().Find(command)!.Description;
        var suggestions = await _room
            .Get<OptionCompletion>()
            .SuggestAsync(
                description,
                description.Options.Single(o => o.Name == option),
                typed,
                Destination.TryParse(place)!.Value,
                _room.Get<Phrasebook>().In(Newsroom.Reader.Language),
                TestContext.Current.CancellationToken
            );
        return [.. suggestions.Select(s => s.Label.Split(" · ")[^1])];
    }

    private async Task<string> AskAsync(string line, string place, QuotedMessage? quoted = null)
    {
        var reply = await _room
            .Get<CommandDesk>()
            .AnswerAsync(
                line,
                Newsroom.Reader,
                Destination.TryParse(place)!.Value,
                TestContext.Current.CancellationToken,
                quoted
            );
        return string.Join('\n', PlainText.Of(reply));
    }
}
