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
}
