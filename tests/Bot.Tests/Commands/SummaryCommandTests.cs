using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Terminal;

namespace Bot.Tests.Commands;

public sealed class SummaryCommandTests
{
    [Fact]
    public async Task An_article_too_short_to_shorten_is_shown_whole_and_says_so()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync("The mill burned on Friday. Nobody was hurt. The mayor thanked the firefighters.");

        var text = TerminalRenderer.ToText(
            await newsroom.AskAsync("/summary"),
            TerminalDress.Piped,
            newsroom.Get<Phrasebook>().In(Newsroom.Reader.Language)
        );

        Assert.Contains("This article has 3 sentences; here they are.", text, StringComparison.Ordinal);
        Assert.Contains(" 2  Nobody was hurt.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_about_someone_has_their_sentences_alone()
    {
        await using var newsroom = await BridgeNews.OpenAsync();

        var text = Shown(newsroom, await newsroom.AskAsync("/summary bridge about:diallo"));

        Assert.Contains("About Amina Diallo:", text, StringComparison.Ordinal);
        Assert.Contains("My customers come on foot", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mayor Helen Carter said", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_about_words_has_the_sentences_with_them()
    {
        await using var newsroom = await BridgeNews.OpenAsync();

        var text = Shown(newsroom, await newsroom.AskAsync("/summary bridge about ferries"));

        Assert.Contains("About ferries:", text, StringComparison.Ordinal);
        Assert.Contains("The ferry company Blue Line", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_whom_the_newest_article_lacks_is_looked_for_in_the_others()
    {
        await using var newsroom = await BridgeNews.OpenAsync();

        var text = Shown(newsroom, await newsroom.AskAsync("/summary about:carter"));

        Assert.Contains("About Helen Carter:", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_about_it_the_answer_says_so_and_where_to_look()
    {
        await using var newsroom = await BridgeNews.OpenAsync();

        var text = Shown(newsroom, await newsroom.AskAsync("/summary bridge about:zeppelins"));

        Assert.Contains("Nothing in this article is about “zeppelins”.", text, StringComparison.Ordinal);
        Assert.Contains("/search zeppelins", text, StringComparison.Ordinal);
    }

    private static string Shown(Newsroom newsroom, Reply reply) =>
        TerminalRenderer.ToText(reply, TerminalDress.Piped, newsroom.Get<Phrasebook>().In(Newsroom.Reader.Language));
}
