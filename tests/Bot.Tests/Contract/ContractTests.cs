using Bot.Core.Commands;
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

    [Fact]
    public async Task Each_command_of_the_catalogue_has_a_scenario()
    {
        await using var newsroom = await Newsroom.OpenAsync();

        Assert.Empty(newsroom.Get<CommandCatalog>().Descriptions.Select(d => d.Name).Except(Scenarios.All.Keys));
    }
}
