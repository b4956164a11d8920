using System.Globalization;
using Bot.Core.Chat;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands;

/// <summary>Rules are made, listed, tried and removed in a chat.</summary>
public sealed class FilterCommandTests : IAsyncLifetime
{
    private static readonly Asker Editor = Newsroom.Reader with { Standing = Standing.Administrator };

    private Newsroom _room = null!; // Opened before each test.

    public async ValueTask InitializeAsync()
    {
        _room = await Newsroom.OpenAsync();
        await _room.AddAsync(
            "“We cannot patch the bridge again,” said Mayor Helen Carter on Thursday. The council's votes are due in January.",
            "Bridge closes",
            "2026-01-01",
            "The Gazette"
        );
        await _room.AddAsync(
            "The peace deal was built in 1902. Nobody remembers who drew it, and Helen Carter has never asked.",
            "A walkout and its years",
            "2025-12-20",
            "Courier"
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
    [InlineData("bridge", "Bridge closes")]
    [InlineData("BRUCKE", "Brücke gesperrt")]
    [InlineData("council", "Bridge closes")]
    [InlineData("\"peace deal\"", "A walkout and its years")]
    [InlineData("rule:\"peace-deal\"", "A walkout and its years")]
    [InlineData("brid", "")]
    [InlineData("\"deal peace\"", "")]
    [InlineData("gesperrt in:title", "Brücke gesperrt")]
    [InlineData("montag in:title", "")]
    [InlineData("montag in:text", "Brücke gesperrt")]
    [InlineData("gazette", "")]
    [InlineData("gazette in:source", "Bridge closes")]
    [InlineData("/walk-?outs?|patch/", "Bridge closes|A walkout and its years")]
    [InlineData("\"/nobody \\w+/\"", "A walkout and its years")]
    [InlineData("/^bridge/ in:title", "Bridge closes")]
    [InlineData("from:suddeutsche", "Brücke gesperrt")]
    [InlineData("about:\"helen carter\"", "Bridge closes|A walkout and its years")]
    [InlineData("about:carter from:courier", "A walkout and its years")]
    [InlineData("by:carter", "Bridge closes")]
    [InlineData("lang:german", "Brücke gesperrt")]
    [InlineData("include lang:de", "Bridge closes|A walkout and its years")]
    [InlineData("from:courier include", "Bridge closes|Brücke gesperrt")]
    public async Task A_rule_fits(string rule, string hidden) =>
        Assert.Equal(hidden.Split('|', StringSplitOptions.RemoveEmptyEntries), await HiddenAsync(rule));

    [Fact]
    public async Task A_rule_that_is_made_says_what_it_would_have_hidden()
    {
        var told = await AskAsync("/filter add bridge in:title from:gazette");

        Assert.Equal("Digests here hide this from now on: “bridge” in the headline · from The Gazette.", told[0]);
        Assert.Equal("The newest 3 articles here: 2 passing, 1 hidden.", told[1]);
        Assert.Equal("[Test /filter test #1] [Remove /filter remove #1]", told[2]);
    }

    [Fact]
    public async Task A_rule_that_hides_all_or_nothing_says_so()
    {
        Assert.StartsWith(
            "All of the newest 3 articles here are hidden by it.",
            (await AskAsync("/filter add /[a-z]/"))[1],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Not one of the newest 3 articles here is hidden by it.",
            (await AskAsync("/filter add zeppelin"))[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_told()
    {
        var told = await AskAsync("/filter add by:\"Zara Zeppelin\"");

        Assert.Equal("Nobody in the articles here is called “Zara Zeppelin” so far.", told[1]);
    }

    [Theory]
    [InlineData("/(strike/", "cannot be read")]
    [InlineData("/strike(?=s)/", "looks ahead, behind")]
    [InlineData("/(strike)\\1/", "looks ahead, behind")]
    [InlineData("/((a{100}){100}){100}/", "repeats too much")]
    [InlineData("/.*/", "would fit every article")]
    [InlineData("…", "no word")]
    public async Task A_pattern_that_cannot_be_used_says_why(string rule, string why)
    {
        var told = await AskAsync($"/filter add \"{rule}\"");

        Assert.Contains(why, told[0], StringComparison.Ordinal);
        Assert.StartsWith("No filters here", (await AskAsync("/filter list"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pattern_of_many_letters_is_too_long() =>
        Assert.StartsWith(
            "That pattern is too long: at most 200 letters.",
            (await AskAsync($"/filter add \"/{new string('a', 201)}/\""))[0],
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_removed_rule_comes_back_as_it_was()
    {
        await AskAsync(
            "/filter add /say \"x\"|walkouts?/ in:text from:courier about:carter lang:en include as:Strikes"
        );
        await AskAsync("/filter add bridge");
        var before = await AskAsync("/filter list");

        var removed = await _room.AskAsync("/filter remove strikes", Editor);
        var again = removed.Blocks.OfType<ButtonBlock>().Single().Buttons.Single();
        await AskAsync(again.Command);
        await AskAsync("/filter remove bridge");
        await AskAsync("/filter add bridge");

        Assert.Equal("# 2 filters", before[0]);
        Assert.StartsWith("1. Strikes: lets in /say ", before[1], StringComparison.Ordinal);
        Assert.Contains(
            " in the text · from Courier · about carter · in English ",
            before[1],
            StringComparison.Ordinal
        );
        Assert.StartsWith("2. hides “bridge”", before[2], StringComparison.Ordinal);
        Assert.Contains("All that none of those lets in is hidden.", before[3], StringComparison.Ordinal);
        Assert.Equal(
            before.Select(l => l.Replace("\"x\"", "\\x22x\\x22", StringComparison.Ordinal)),
            await AskAsync("/filter list")
        );
    }

    [Fact]
    public async Task Of_several_a_rule_is_chosen_by_its_number()
    {
        await AskAsync("/filter add bridge");
        await AskAsync("/filter add walkout");

        var which = await AskAsync("/filter remove");
        await AskAsync("/filter remove 1");
        var none = await AskAsync("/filter remove 7");

        Assert.Equal("Which one? By its number: /filter remove 1", which[0]);
        Assert.Equal("[Remove 1 /filter remove #1] [Remove 2 /filter remove #2]", which[3]);
        Assert.StartsWith("1. hides “walkout”", (await AskAsync("/filter list"))[1], StringComparison.Ordinal);
        Assert.StartsWith("There is no filter “7” here", none[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_rules_together_are_tried_with_counts_and_reasons()
    {
        await AskAsync("/filter add bridge");
        await AskAsync("/filter add lang:en include");

        var told = await AskAsync("/filter test");

        Assert.Equal("The newest 3 articles here: 1 passing, 2 hidden.", told[0]);
        Assert.Contains("* 1 · hides “bridge”", told);
        Assert.Contains("* 1 · none of what is let in", told);
        Assert.Contains("* Bridge closes · The Gazette · hides “bridge”", told);
        Assert.Contains("* A walkout and its years · Courier", told);
    }

    [Fact]
    public async Task A_place_has_fifty_rules_and_each_once()
    {
        for (var i = 0; i < 50; i++)
            await AskAsync($"/filter add word{i}");

        Assert.StartsWith(
            "That filter is there already",
            (await AskAsync("/filter add word7"))[0],
            StringComparison.Ordinal
        );
        Assert.Equal(
            "A place has at most 50 filters. Remove one first: /filter remove",
            (await AskAsync("/filter add word50"))[0]
        );
    }

    [Theory]
    [InlineData("/filter add bridge", true)]
    [InlineData("/filter remove 1", true)]
    [InlineData("/filter list", false)]
    [InlineData("/filter test bridge", false)]
    public async Task Readers_look_and_try_and_change_nothing(string line, bool isRefused)
    {
        var told = string.Join('\n', PlainText.Of(await _room.AskAsync(line)));

        Assert.Equal(isRefused, told.Contains("Only people who may manage this place", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/filter bridge", "What is to be done with it? Did you mean /filter add bridge?")]
    [InlineData("/filter tset", "What is to be done with it? Did you mean /filter test?")]
    [InlineData("/filter add lang:klingonisch", "I know no language “klingonisch”")]
    [InlineData("/filter add from:zeppelinpost", "No source here is called “zeppelinpost”. There are: ")]
    [InlineData("/filter add", "What is to be hidden? Words: /filter add football")]
    public async Task What_is_not_understood_says_what_to_type(string line, string answer) =>
        Assert.StartsWith(answer, (await AskAsync(line))[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("/filter test walkout in:text", "Not one of the newest 3 articles here is hidden by it.")]
    [InlineData("/filter test walkout from:gazette", "Not one of the newest 3 articles here is hidden by it.")]
    [InlineData("/filter test walkout", "The newest 3 articles here: 2 passing, 1 hidden.")]
    public async Task A_rule_of_the_list_is_tried_where_nothing_more_is_said(string line, string told)
    {
        await AskAsync("/filter add walkout");

        Assert.StartsWith(told, (await AskAsync(line))[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("from:courier include", "lets in from Courier")]
    [InlineData("from:courier exclude \"football\"", "hides “football” · from Courier")]
    [InlineData("football as:\"what to include\"", "what to include: hides “football”")]
    [InlineData("football as:sport include", "sport: lets in “football”")]
    [InlineData("about:\"the exclude\"", "hides about the exclude")]
    public async Task How_is_said_last_and_never_out_of_a_name_in_marks(string rule, string said)
    {
        await AskAsync($"/filter add {rule}");

        Assert.StartsWith($"1. {said}", (await AskAsync("/filter list"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_without_a_wish_comes_back_whole()
    {
        var words = new string('x', 60);

        Assert.Contains(
            $"/filter add {words} in:title how:include?",
            (await AskAsync($"/filter {words} in:title include"))[0],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task It_is_said_in_German()
    {
        var german = Editor with { Language = CultureInfo.GetCultureInfo("de") };

        var told = PlainText.Of(await _room.AskAsync("/filter add bridge in:title", german));

        Assert.Equal("Die Überblicke hier verbergen von nun an: „bridge“ in der Schlagzeile.", told[0]);
        Assert.Equal("Die neuesten 3 Artikel hier: 2 durchgelassen, 1 verborgen.", told[1]);
    }

    /// <summary>The headlines of what the rule alone would hide.</summary>
    private async Task<IEnumerable<string>> HiddenAsync(string rule) =>
        (await AskAsync($"/filter test {rule}"))
            .SkipWhile(l => l != "Hidden:")
            .Skip(1)
            .TakeWhile(l => l.StartsWith("* ", StringComparison.Ordinal))
            .Select(l => l[2..].Split(" · ")[0]);

    private async Task<IReadOnlyList<string>> AskAsync(string line) => PlainText.Of(await _room.AskAsync(line, Editor));
}
