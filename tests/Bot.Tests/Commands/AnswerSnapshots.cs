using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Terminal;
using Bot.Terminal.Lines;
using Bot.Tests.Snapshots;

namespace Bot.Tests.Commands;

/// <summary>Each command as the terminal shows it, on articles written for this. A changed snapshot is a changed product.</summary>
public sealed class AnswerSnapshots
{
    public static TheoryData<string, string, int> Asked =>
        new()
        {
            { "summary", "/summary bridge", 80 },
            { "summary-whole", "/summary", 80 },
            { "quotes", "/quotes bridge", 80 },
            { "quotes-narrow", "/quotes bridge", 40 },
            { "quotes-wide", "/quotes bridge", 120 },
            { "quotes-by", "/quotes bridge by nunez", 80 },
            { "quotes-none", "/quotes", 80 },
            { "quotes-not-quoted", "/quotes bridge by:blair", 80 },
            { "who", "/who article:bridge", 80 },
            { "who-narrow", "/who article:bridge", 40 },
            { "who-one", "/who is carter", 80 },
            { "who-nobody", "/who merkel", 80 },
            { "latest", "/latest", 80 },
            { "search", "/search ferry", 80 },
            { "search-nothing", "/search zeppelin", 80 },
            { "read", "/read bridge", 80 },
            { "read-narrow", "/read bridge", 40 },
            { "help", "/help", 80 },
            { "help-one", "/help quotes", 80 },
            { "about", "/about", 80 },
            { "slip", "/sumary", 80 },
        };

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task A_commands_answer_reads_as_it_did(string name, string line, int width)
    {
        await using var newsroom = await BridgeNews.OpenAsync();

        Snapshot.Match(Shown(newsroom, await newsroom.AskAsync(line), width), name);
    }

    [Fact]
    public async Task An_empty_store_says_the_next_step_for_every_command()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        string[] lines =
        [
            "/summary",
            "/quotes",
            "/who",
            "/who putin",
            "/latest",
            "/search peace",
            "/read",
            "/summary 3",
        ];
        var answers = new List<string>();
        foreach (var line in lines)
            answers.Add($"{line}\n{Shown(newsroom, await newsroom.AskAsync(line), 80)}");

        Snapshot.Match(string.Join('\n', answers), "empty-store");
    }

    [Fact]
    public async Task Text_in_every_script_keeps_within_the_width()
    {
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(BridgeNews.Scripts, "Scripts 東京 and العربية");

        var text = Shown(newsroom, await newsroom.AskAsync("/read"), 40);

        Snapshot.Match(text, "scripts");
        Assert.All(text.Split('\n'), line => Assert.True(Cells.Of(line) <= 40, line));
    }

    private static string Shown(Newsroom newsroom, Reply reply, int width) =>
        TerminalRenderer.ToText(
            reply,
            new TerminalDress(width, IsTerminal: false, HasColour: false),
            newsroom.Get<Phrasebook>().In(Newsroom.Reader.Language)
        );
}
