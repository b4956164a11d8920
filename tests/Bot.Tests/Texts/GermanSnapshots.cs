using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Terminal;
using Bot.Tests.Commands;
using Bot.Tests.Snapshots;
using Bot.Tests.Verbs;

namespace Bot.Tests.Texts;

/// <summary>Conversations in German, to be read as prose by someone who speaks it.</summary>
public sealed class GermanSnapshots
{
    private const string Bridge = """
        The old river bridge will close for two years from March, Mayor Helen Carter said on Monday.

        "We cannot patch it again, and we will not pretend that we can," she told the council.

        Engineer Tomás Núñez, who inspected the bridge, called the piers "beyond repair" in his report.

        Shopkeepers fear for their trade. The ferry company Blue Line promised a boat every ten minutes.

        "My customers come on foot, and a ferry is no bridge," said Amina Diallo, who runs a bakery there.

        The mayor called it "a hard year" for the town. The works will cost 40 million pounds.

        The council votes on the plan in January. Engineers will report on the foundations every month.
        """;

    private const string Barn = """
        Eine Scheune bei Ashford ist am Freitag abgebrannt. Niemand wurde verletzt. Die Ursache ist noch nicht bekannt.
        """;

    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-AT");
    private static readonly Asker Reader = new("1", "Ann", Standing.Reader, German);
    private static readonly Asker Administrator = new("2", "Ben", Standing.Administrator, German);

    [Fact]
    public async Task Articles_are_told_in_German()
    {
        await using var newsroom = await WithArticlesAsync();

        Snapshot.Match(
            await ConversationAsync(
                newsroom,
                Reader,
                "/help",
                "/help digest",
                "/summary bridge",
                "/quotes bridge",
                "/quotes bridge by:blair",
                "/who article:bridge",
                "/who carter",
                "/who merkel",
                "/latest",
                "/summary neuester",
                "/search ferry",
                "/search zeppelin",
                "/about"
            ),
            "german-articles"
        );
    }

    [Fact]
    public async Task Slips_are_answered_in_German()
    {
        await using var newsroom = await WithArticlesAsync();

        Snapshot.Match(
            await ConversationAsync(
                newsroom,
                Reader,
                "/sumary",
                "/zeppelin",
                "/summary length:huge",
                "/latest page:9",
                "/read 7",
                "/digest add at:07:30 zone:berlin days:mon-fri"
            ),
            "german-slips"
        );
    }

    [Fact]
    public async Task Digests_are_planned_in_German()
    {
        await using var newsroom = await WithArticlesAsync();

        Snapshot.Match(
            await ConversationAsync(
                newsroom,
                Administrator,
                "/digest list",
                "/digest add zone:berlin",
                "/digest add at:07:30 zone:berlin days:mon-fri",
                "/digest add at:18:00",
                "/digest list",
                "/digest edit morgenüberblick days:mon late:2h lang:en",
                "/digest edit morgenüberblick every:3h quiet:22-7",
                "/digest edit morgenüberblick every:news late:never",
                "/digest edit morgenüberblick every:5h",
                "/digest edit",
                "/digest list",
                "/digest pause morgenüberblick",
                "/digest remove",
                "/digest pause nachtüberblick",
                "/settings language:de",
                "/digest preview",
                "/digest now",
                "/settings zone:usa",
                "/settings language:en"
            ),
            "german-digests"
        );
    }

    [Fact]
    public async Task An_empty_store_says_the_next_step_in_German()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Snapshot.Match(await ConversationAsync(newsroom, Reader, "/summary", "/search frieden"), "german-empty");
    }

    [Fact]
    public async Task A_terminal_that_is_set_to_German_is_answered_in_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows takes no language from the environment.");
        using var bot = new BotProcess();

        var ended = await bot.RunAsync(["ask", "/sumary"], "", ("LC_ALL", "de_DE.UTF-8"));

        Assert.StartsWith("/sumary kenne ich nicht. War /summary gemeint?", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_is_called_what_Germans_call_it()
    {
        var phrasebook = new Phrasebook();

        Assert.Equal("Französisch", phrasebook.In(German).LanguageName("fr"));
        Assert.Equal("French", phrasebook.In(CultureInfo.GetCultureInfo("en-GB")).LanguageName("fr"));
    }

    private static async Task<Newsroom> WithArticlesAsync()
    {
        var newsroom = await Newsroom.OpenAsync();
        await newsroom.AddAsync(
            Bridge,
            "River bridge to close for two years",
            "2025-12-01",
            "The Gazette",
            "https://gazette.example/bridge",
            "Ann Author"
        );
        await newsroom.AddAsync(Barn, "Scheune abgebrannt", "2025-12-05", "Der Bote");
        await newsroom.ReadAllAsync();
        return newsroom;
    }

    private static async Task<string> ConversationAsync(Newsroom newsroom, Asker asker, params string[] lines)
    {
        var dress = new TerminalDress(80, IsTerminal: false, HasColour: false);
        var edition = newsroom.Get<Phrasebook>().In(German);
        var answers = new List<string>();
        foreach (var line in lines)
            answers.Add($"{line}\n{TerminalRenderer.ToText(await newsroom.AskAsync(line, asker), dress, edition)}");
        return string.Join('\n', answers);
    }
}
