using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Telegram.Rendering;
using Bot.Tests.Commands;
using Bot.Tests.Snapshots;
using Bot.Tests.Typesetting;

namespace Bot.Tests.Telegram.Rendering;

/// <summary>Each command as Telegram is sent it. A changed snapshot is a changed product.</summary>
public sealed class TelegramAnswerSnapshots
{
    [Theory]
    [MemberData(nameof(AskedCommands.Lines), MemberType = typeof(AskedCommands))]
    public async Task A_commands_answer_reads_as_it_did(string name, string line)
    {
        await using var newsroom = await BridgeNews.OpenAsync();

        Snapshot.Match(Shown(newsroom, await newsroom.AskAsync(line)), $"telegram-{name}");
    }

    [Fact]
    public async Task An_empty_store_says_the_next_step_for_every_command()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        string[] lines = ["/summary", "/quotes", "/who", "/who putin", "/latest", "/search peace", "/digest", "/read"];
        var answers = new List<string>();
        foreach (var line in lines)
            answers.Add($"{line}\n{Shown(newsroom, await newsroom.AskAsync(line))}");

        Snapshot.Match(string.Join('\n', answers), "telegram-empty-store");
    }

    [Fact]
    public async Task Text_in_every_script_and_what_Telegram_would_link_reads_as_the_article_has_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(
            $"""
            {BridgeNews.Scripts}

            On Monday @gov_press wrote "#Bridge is open, see /status or $ROAD", half (1/2) of it true by 12/2025.

            Write to press@example.org or read https://example.org/@press/#open first, said Ann_of_the/quay.
            """,
            "Scripts 東京 and العربية by @gov_press"
        );

        Snapshot.Match(Shown(newsroom, await newsroom.AskAsync("/read")), "telegram-scripts");
    }

    private static string Shown(Newsroom newsroom, Reply reply)
    {
        var messages = TelegramRenderer.Render(reply, newsroom.Get<Phrasebook>().In(Newsroom.Reader.Language));
        TelegramRules.Hold(messages);
        return TelegramMarkup.Of(messages);
    }
}
