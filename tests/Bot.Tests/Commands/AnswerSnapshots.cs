using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Terminal;
using Bot.Terminal.Lines;
using Bot.Tests.Snapshots;

namespace Bot.Tests.Commands;

/// <summary>Each command as the terminal shows it, on articles written for this. A changed snapshot is a changed product.</summary>
public sealed class AnswerSnapshots
{
    private const string Bridge = """
        The old river bridge will close for two years from March, Mayor Helen Carter said on Monday.

        "We cannot patch it again, and we will not pretend that we can," Carter told the council.

        Engineer Tomás Núñez, who inspected the bridge, called the piers "beyond repair" in his report.

        Shops and ferries

        Shopkeepers fear for their trade. The ferry company Blue Line promised a boat every ten minutes.

        "My customers come on foot," said Amina Diallo, who runs a bakery at the bridge. "A ferry is no bridge."

        She also asked the council for lower rents while the works go on.

        Carter said a "bridge of boats" had been studied and dropped. The works will cost 40 million pounds.

        The council votes on the plan in January. Engineers will report on the foundations every month.
        """;

    private const string Fire = "A barn near Ashford burned down on Friday. Nobody was hurt. The cause is not known.";

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
        await using var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(
            Bridge,
            "River bridge to close for two years",
            "2025-12-01",
            "The Gazette",
            "https://gazette.example/bridge",
            "Ann Author"
        );
        await newsroom.AddAsync(Fire, "Barn burns down", "2025-12-05");
        await newsroom.ReadAllAsync();

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
        await newsroom.AddAsync(
            """
            قال الوزير إن المحادثات كانت جيدة جدا وإن الطرفين سيلتقيان مرة أخرى في الأسبوع المقبل.

            東京都は月曜日、新しい橋の建設計画を発表した。完成は二〇三〇年の予定で、費用は四百億円に上る。

            The crowd sent 👩‍👩‍👧‍👦 and 🇯🇵 and ❤️ for hours, and nobody minded at all that the square was full.
            """,
            "Scripts 東京 and العربية"
        );

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
