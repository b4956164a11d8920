using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Storage;
using Bot.Core.Texts;
using Bot.Tests.Digests;
using Dapper;

namespace Bot.Tests.Commands;

/// <summary>Topics are begun, widened, tried, looked up by and removed in a chat.</summary>
public sealed class TopicCommandTests : IAsyncLifetime
{
    private static readonly Asker Editor = Newsroom.Reader with { Standing = Standing.Administrator };

    private Newsroom _room = null!; // Opened before each test.

    public async ValueTask InitializeAsync()
    {
        _room = await Newsroom.OpenAsync();
        await _room.AddAsync("The solar park opens in May.", "Solar park opens", "2026-01-01", "The Gazette");
        await _room.AddAsync("The wind power plant is late.", "Turbines are late", "2025-12-20", "Courier");
        await _room.AddAsync("The cup goes to Norland.", "Norland wins the cup", "2025-11-20", "Courier");
        await _room.ReadAllAsync();
    }

    public async ValueTask DisposeAsync() => await _room.DisposeAsync();

    [Fact]
    public async Task The_same_name_again_is_an_alternative()
    {
        var begun = await AskAsync("/topic add solar as:Energy");
        var widened = await AskAsync("/topic add \"wind power\" from:courier as:energy");
        var again = await AskAsync("/topic add solar as:ENERGY");

        Assert.Equal("There is a topic Energy now. It takes “solar”.", begun[0]);
        Assert.Equal("Of the newest 3 articles here it takes 1.", begun[1]);
        Assert.Equal("[Test /topic test Energy] [Remove /topic remove Energy]", begun[2]);
        Assert.Equal("Energy takes this too from now on: “wind power” · from Courier.", widened[0]);
        Assert.Equal("Of the newest 3 articles here it takes 2.", widened[1]);
        Assert.Equal("Energy takes that already: “solar”.", again[0]);
        Assert.Equal(
            ["# 1 topic", "* Energy · “solar” or “wind power” · from Courier"],
            (await AskAsync("/topic list")).Take(2)
        );
    }

    [Theory]
    [InlineData("/topic test energy")]
    [InlineData("/topic test as:energy")]
    [InlineData("/topic test ener")]
    [InlineData("/topic as:energy")]
    public async Task A_topic_is_tried_on_the_newest(string line)
    {
        await AskAsync("/topic add solar as:energy");

        var told = await AskAsync(line);

        Assert.Equal(
            [
                "energy · “solar”",
                "Of the newest 3 articles here it takes 1.",
                "* Solar park opens · The Gazette",
                "[Latest /latest topic:energy]",
            ],
            told
        );
    }

    [Fact]
    public async Task A_rule_is_tried_before_it_is_made_and_made_by_a_button()
    {
        var tried = await _room.AskAsync("/topic test cup as:sport", Editor);
        var button = tried.Blocks.OfType<ButtonBlock>().Single().Buttons.Single();
        await AskAsync(button.Command);

        Assert.Contains("* Norland wins the cup · Courier", PlainText.Of(tried));
        Assert.Equal("* sport · “cup”", (await AskAsync("/topic list"))[1]);
    }

    [Theory]
    [InlineData("/latest topic:energy", "Solar park opens|Turbines are late")]
    [InlineData("/latest topic energy", "Solar park opens|Turbines are late")]
    [InlineData("/latest topic:energy from:courier", "Turbines are late")]
    [InlineData("/search topic:energy plant", "Turbines are late")]
    [InlineData("/search plant topic:energy", "Turbines are late")]
    [InlineData("/search topic:energy", "Solar park opens|Turbines are late")]
    public async Task A_list_is_of_what_the_topic_takes(string line, string titles)
    {
        await AskAsync("/topic add solar as:energy");
        await AskAsync("/topic add \"wind power\" as:energy");

        var told = await AskAsync(line);

        Assert.Contains("on energy", told[0], StringComparison.Ordinal);
        foreach (var title in new[] { "Solar park opens", "Turbines are late", "Norland wins the cup" })
            Assert.Equal(titles.Split('|').Contains(title), told.Any(l => l.Contains(title, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_topic_that_takes_nothing_can_be_left_out()
    {
        await AskAsync("/topic add zeppelin as:air");

        var told = await AskAsync("/latest topic:air");

        Assert.Equal("“on air” leaves nothing of 3 articles.", told[0]);
        Assert.Equal("[Without “on air” /latest]", told[1]);
    }

    [Fact]
    public async Task A_search_by_topic_keeps_who_is_quoted_on_its_further_pages()
    {
        for (var i = 0; i < 11; i++)
            await _room.AddAsync(
                $"“We build solar roof {i} in spring,” said Mayor Helen Carter on Thursday. Plan {i} is due.",
                $"Roof {i}"
            );
        await _room.ReadAllAsync();
        await AskAsync("/topic add solar as:energy");
        await AskAsync("/topic add zeppelin as:air");

        var first = await AskAsync("/search topic:energy by:carter");
        var beyond = await AskAsync("/search topic:energy by:carter page:9");
        var emptied = await AskAsync("/search topic:air by:carter");

        Assert.StartsWith("# 11 articles, the newest first · quoting", first[0], StringComparison.Ordinal);
        Assert.EndsWith(
            "[Next page /search by:\"carter\" topic:\"energy\" page:2]",
            first[^1],
            StringComparison.Ordinal
        );
        Assert.Equal("[Latest /search by:\"carter\" topic:\"energy\"]", beyond[^1]);
        // Nothing lists what somebody says of anything.
        Assert.Equal(["“on air” leaves nothing of 11 articles."], emptied);
    }

    /// <summary>A platform's menu cannot say that one of the two is enough.</summary>
    [Fact]
    public async Task A_search_for_nothing_says_what_it_needs()
    {
        var call = new CommandCall(
            "search",
            new Dictionary<string, string> { ["from"] = "courier" },
            "",
            Newsroom.Reader,
            Newsroom.Place
        );

        var told = await _room.Get<CommandDesk>().AnswerAsync(call, TestContext.Current.CancellationToken);

        Assert.Equal(["That needs some words, as in /search peace deal."], PlainText.Of(told));
    }

    [Fact]
    public async Task A_removed_topic_comes_back_by_a_button()
    {
        await AskAsync("/topic add /solar|wind/ in:title as:\"green energy\"");

        var removed = await _room.AskAsync("/topic remove \"GREEN energy\"", Editor);
        var none = await AskAsync("/topic list");
        await AskAsync(removed.Blocks.OfType<ButtonBlock>().Single().Buttons.Single().Command);

        Assert.Equal("Removed: green energy, which took /solar|wind/ in the headline.", PlainText.Of(removed)[0]);
        Assert.StartsWith("No topics here.", none[0], StringComparison.Ordinal);
        Assert.Equal("* green energy · /solar|wind/ in the headline", (await AskAsync("/topic list"))[1]);
    }

    [Theory]
    [InlineData("/topic solar", "What is to be done with it? Did you mean /topic add solar as:energy?")]
    [InlineData("/topic add", "What is the topic to take? Words: /topic add solar as:energy")]
    [InlineData("/topic add \"wind power\"", "What is the topic called? /topic add \"wind power\" as:energy")]
    [InlineData(
        "/topic add solar as:all",
        "“all” cannot be a topic’s name: at most 40 letters, no comma, and not all."
    )]
    [InlineData("/topic add solar as:\"a, b\"", "“a, b” cannot be a topic’s name")]
    [InlineData("/topic add /(solar/ as:energy", "The pattern /(solar/ cannot be read")]
    [InlineData("/topic add lang:klingonisch as:energy", "I know no language “klingonisch”")]
    [InlineData("/topic remove energy", "No topics here. /topic add solar as:energy begins one")]
    [InlineData("/topic test", "No topics here.")]
    [InlineData("/latest topic:energy", "There is no topic “energy” here, nor any other. /topic add solar as:energy")]
    public async Task What_is_not_understood_says_what_to_type(string line, string answer) =>
        Assert.StartsWith(answer, (await AskAsync(line))[0], StringComparison.Ordinal);

    [Fact]
    public async Task A_name_that_none_has_offers_those_that_there_are()
    {
        await AskAsync("/topic add solar as:energy");

        Assert.Equal(
            "There is no topic “enrgey” here. Did you mean energy?",
            (await AskAsync("/topic remove enrgey"))[0]
        );
        Assert.Equal("There is no topic “sport” here. There is: energy.", (await AskAsync("/latest topic:sport"))[0]);
        Assert.Equal(
            "[energy /latest topic:energy]",
            (await AskAsync("/latest topic:sport"))[1].Replace("\"", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_beginning_of_a_name_removes_nothing_and_offers_it()
    {
        await AskAsync("/topic add solar as:\"green energy\"");

        var asked = await AskAsync("/topic remove green");

        Assert.Equal("There is no topic “green” here. Did you mean green energy?", asked[0]);
        Assert.Equal("[green energy /topic remove \"green energy\"]", asked[1]);
        Assert.Equal("# 1 topic", (await AskAsync("/topic list"))[0]);
    }

    [Theory]
    [InlineData("/topic test energy in:title", "It takes none of the newest 3 articles here.")]
    [InlineData("/topic test cup as:energy", "Of the newest 3 articles here it takes 1.")]
    public async Task A_rule_is_tried_where_one_is_typed_and_not_the_topic_of_that_name(string line, string told)
    {
        await AskAsync("/topic add solar as:energy");

        var tried = await AskAsync(line);

        Assert.StartsWith(told, tried[0], StringComparison.Ordinal);
        Assert.DoesNotContain(tried, l => l.Contains("Solar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_topic_that_cannot_be_read_does_not_take_all()
    {
        await AskAsync("/topic add solar as:energy");
        await AskAsync("/topic add cup as:sport");
        await using (var connection = await _room.Get<Database>().OpenAsync(TestContext.Current.CancellationToken))
            await connection.ExecuteAsync("UPDATE topics SET words = '/(/' WHERE name = 'energy'");

        Assert.Equal(
            [
                "* energy: what a newer version of this bot has written, and I cannot read",
                "* sport: Of the newest 3 articles here it takes 1.",
            ],
            await AskAsync("/topic test")
        );
    }

    /// <summary>What a topic takes is looked for among what the other terms leave: without one of them, that is more.</summary>
    [Fact]
    public async Task Without_a_term_beside_a_topic_there_is_what_the_topic_takes()
    {
        await AskAsync("/topic add solar as:energy");

        Assert.Equal(
            [
                "“from Courier” leaves nothing of 1 article.",
                "[Without “from Courier” /latest topic:\"energy\"] [Without “on energy” /latest from:\"courier\"]",
            ],
            await AskAsync("/latest from:courier topic:energy")
        );
    }

    [Theory]
    [InlineData("/topic add solar as:\"what to exclude\"", "what to exclude")]
    [InlineData("/topic add solar as:include", "include")]
    public async Task A_name_is_taken_whole(string line, string name)
    {
        await AskAsync(line);

        Assert.Equal($"* {name} · “solar”", (await AskAsync("/topic list"))[1]);
    }

    [Fact]
    public async Task A_rule_without_a_wish_comes_back_whole()
    {
        var words = $"solar {new string('x', 60)}";

        Assert.Contains(
            $"/topic add \"{words}\" in:title as:energy?",
            (await AskAsync($"/topic {words} in:title"))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_chat_has_so_many_topics_and_a_topic_so_many_alternatives()
    {
        for (var i = 0; i < 25; i++)
            await AskAsync($"/topic add word{i} as:topic{i}");
        for (var i = 0; i < 20; i++)
            await AskAsync($"/topic add more{i} as:topic0");

        Assert.Equal(
            "A chat has at most 25 topics. Remove one first: /topic remove",
            (await AskAsync("/topic add solar as:energy"))[0]
        );
        Assert.StartsWith(
            "topic0 takes 20 things already, and a topic takes no more.",
            (await AskAsync("/topic add solar as:topic0"))[0],
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/topic add solar as:energy", true)]
    [InlineData("/topic solar as:energy", true)]
    [InlineData("/topic remove energy", true)]
    [InlineData("/topic list", false)]
    [InlineData("/topic test solar", false)]
    public async Task Readers_look_and_try_and_change_nothing(string line, bool isRefused)
    {
        var told = string.Join('\n', PlainText.Of(await _room.AskAsync(line)));

        Assert.Equal(isRefused, told.Contains("Only people who may manage this place", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/latest topic:so", "solar|\"south sea\"")]
    [InlineData("/topic remove as:sou", "\"south sea\"")]
    [InlineData("/digest add topics:solar,so", "\"solar,south sea\"")]
    public async Task Names_are_completed(string line, string words)
    {
        await AskAsync("/topic add panels as:solar");
        await AskAsync("/topic add islands as:\"south sea\"");

        var (_, completed) = await _room
            .Get<LineCompletion>()
            .CompleteAsync(
                line,
                Newsroom.Place,
                _room.Get<Phrasebook>().In(CultureInfo.GetCultureInfo("en")),
                TestContext.Current.CancellationToken
            );

        Assert.Equal(words.Split('|'), completed);
    }

    [Fact]
    public async Task It_is_said_in_German()
    {
        var german = Editor with { Language = CultureInfo.GetCultureInfo("de") };

        var told = PlainText.Of(await _room.AskAsync("/topic add solar as:Energie", german));

        Assert.Equal("Es gibt jetzt ein Thema Energie. Es umfasst „solar“.", told[0]);
        Assert.Equal("Von den neuesten 3 Artikeln hier umfasst es 1.", told[1]);
    }

    private async Task<IReadOnlyList<string>> AskAsync(string line) => PlainText.Of(await _room.AskAsync(line, Editor));
}
