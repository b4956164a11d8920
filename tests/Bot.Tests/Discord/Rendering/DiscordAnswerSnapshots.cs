using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Discord.Rendering;
using Bot.Tests.Commands;
using Bot.Tests.Snapshots;
using Bot.Tests.Typesetting;

namespace Bot.Tests.Discord.Rendering;

/// <summary>Each command as Discord is sent it. A changed snapshot is a changed product.</summary>
public sealed class DiscordAnswerSnapshots
{
    [Theory]
    [MemberData(nameof(AskedCommands.Lines), MemberType = typeof(AskedCommands))]
    public async Task A_commands_answer_reads_as_it_did(string name, string line)
    {
        await using var newsroom = await BridgeNews.OpenAsync();

        Snapshot.Match(Shown(newsroom, await newsroom.AskAsync(line)), $"discord-{name}");
    }

    [Fact]
    public async Task An_empty_store_says_the_next_step_for_every_command()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        string[] lines = ["/summary", "/quotes", "/who", "/who putin", "/latest", "/search peace", "/digest", "/read"];
        var answers = new List<string>();
        foreach (var line in lines)
            answers.Add($"{line}\n{Shown(newsroom, await newsroom.AskAsync(line))}");

        Snapshot.Match(string.Join('\n', answers), "discord-empty-store");
    }

    [Fact]
    public async Task Text_in_every_script_and_what_Discord_would_read_reads_as_the_article_has_it()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(
            $"""
            {BridgeNews.Scripts}

            On Monday <@123> wrote "*Bridge* is __open__, see </status:1> or ||ROAD||", half of it ~~not~~ true by <t:0:R>.

            # The "minister" `said` it :smile: and @everyone in <#1> heard it, [here](https://example.org/a).

            1. Read https://example.org/_press_/*open* first, (https://example.org/b), said ann_of_the_quay.
            """,
            "Scripts 東京 and العربية by **gov_press**"
        );

        Snapshot.Match(Shown(newsroom, await newsroom.AskAsync("/read")), "discord-scripts");
    }

    private static string Shown(Newsroom newsroom, Reply reply)
    {
        var messages = DiscordRenderer.Render(
            reply,
            newsroom.Get<Phrasebook>().In(Newsroom.Reader.Language),
            name => newsroom.Get<CommandCatalog>().Find(name) is { Description.IsAboutThePlace: true }
        );
        DiscordRules.Hold(messages);
        return DiscordMarkup.Of(messages);
    }
}
