using System.Text;
using Bot.Core.Commands;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Reading;
using Bot.Tests.Commands;
using Bot.Tests.Snapshots;

namespace Bot.Tests.Contract;

/// <summary>Every scenario on every platform, against one script. The next platform adds a stage here, and nothing else.</summary>
public sealed class ContractTests
{
    private static readonly IReadOnlyDictionary<
        string,
        Func<IReadOnlyDictionary<string, string>, Task<ContractStage>>
    > Stages = new Dictionary<string, Func<IReadOnlyDictionary<string, string>, Task<ContractStage>>>(
        StringComparer.Ordinal
    )
    {
        ["terminal"] = TerminalStage.OpenAsync,
        ["telegram"] = TelegramStage.OpenAsync,
        ["discord"] = DiscordStage.OpenAsync,
    };

    /// <summary>Within a message that was cut into pages, then on in the list.</summary>
    private static readonly string[] Onward = ["›", "Next page"];

    public static TheoryData<string, string> Played
    {
        get
        {
            var played = new TheoryData<string, string>();
            foreach (var scenario in Scenarios.All.Keys)
            foreach (var platform in Stages.Keys)
                played.Add(scenario, platform);
            return played;
        }
    }

    public static TheoryData<string> Platforms => [.. Stages.Keys];

    [Theory]
    [MemberData(nameof(Played))]
    public async Task A_platform_says_what_every_other_says(string scenario, string platform)
    {
        await using var stage = await Stages[platform](Scenarios.Articles);

        await Scenarios.All[scenario](stage);

        Snapshot.Match(stage.Script, $"contract-{scenario}");
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task Pages_are_turned_on_to_the_end(string platform)
    {
        var cranes = string.Join(
            "\n\n",
            Enumerable.Range(1, 60).Select(i => $"\"This is what I say about crane number {i},\" Ann Miller said.")
        );
        await using var stage = await Stages[platform]
            (new Dictionary<string, string>(StringComparer.Ordinal) { ["cranes.txt"] = $"date 2025-12-28 {cranes}" });

        var page = await stage.TypeAsync("/quotes");
        for (var turns = 0; turns < 30 && Onward.FirstOrDefault(page.Buttons.Contains) is { } label; turns++)
            page = await stage.PressAsync(page, label);

        foreach (var i in Enumerable.Range(1, 60))
            Assert.Contains($"crane number {i},", stage.Script.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Platforms))]
    public async Task What_is_exported_can_be_saved_and_imports_as_it_was(string platform)
    {
        await using var stage = await Stages[platform](Scenarios.Articles);
        var followed = await FollowAsync(stage);

        var file = stage.FileOf(await stage.TypeAsync("/feed export"));

        Assert.Equal("feeds.opml", file?.Name);
        var list = Assert.IsType<FeedReading.Read>(
            FeedReader.Read(Encoding.UTF8.GetBytes(file?.Text ?? ""), new FeedSource())
        );
        Assert.Equal(
            followed.Select(f => (f.Url, f.Title, f.Folder, f.IsFullText)),
            ListedOrders
                .Of(list.Document.Feeds, stage.Place, "ann")
                .Select(f => (f.Url, f.Title, f.Folder, f.IsFullText))
        );
    }

    [Theory]
    [InlineData("telegram")]
    [InlineData("discord")]
    public async Task Where_no_file_is_taken_it_is_said_how_to_get_it(string platform)
    {
        await using var stage = await Stages[platform](Scenarios.Articles);
        await FollowAsync(stage);
        stage.RefuseFiles();

        var spoken = await stage.TypeAsync("/feed export");

        Assert.Null(stage.FileOf(spoken));
        Assert.Contains(
            "A file cannot be sent here; whoever runs me gets it with",
            spoken.Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>Their first visit is a day off: no test goes out into the world.</summary>
    private static async Task<IReadOnlyList<FollowOrder>> FollowAsync(ContractStage stage)
    {
        FollowOrder[] orders =
        [
            new(stage.Place, new Uri("https://example.org/plain"), "ann:1") { Title = "Plain" },
            new(stage.Place, new Uri("https://example.org/whole?a=1&b=2"), "ann:1")
            {
                Title = "Größe <& co>",
                Folder = "Labs",
                IsFullText = true,
            },
        ];
        await stage
            .Get<FeedBook>()
            .FollowAsync(
                [.. orders.Select(o => o with { Delay = TimeSpan.FromDays(1) })],
                TestContext.Current.CancellationToken
            );
        return orders;
    }

    [Fact]
    public async Task Each_command_of_the_catalogue_has_a_scenario()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.Empty(newsroom.Get<CommandCatalog>().Descriptions.Select(d => d.Name).Except(Scenarios.All.Keys));
    }
}
