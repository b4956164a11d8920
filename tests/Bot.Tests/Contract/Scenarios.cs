namespace Bot.Tests.Contract;

/// <summary>What every platform answers alike. A scenario leaves a script, which is held against the one that is checked in.</summary>
internal static class Scenarios
{
    public static readonly IReadOnlyDictionary<string, string> Articles = new Dictionary<string, string>(
        StringComparer.Ordinal
    )
    {
        ["bridge.txt"] = """
            date 2025-12-28 The old river bridge will close for two years from March, Mayor Helen Carter said on Monday.

            "We cannot patch it again, and we will not pretend that we can," Carter told the council.

            "My customers come on foot," said Amina Diallo, who runs a bakery at the bridge. "A ferry is no bridge."

            The council votes on the plan in January. Engineers will report on the foundations every month.
            """,
        ["ferry.txt"] = """
            date 2025-12-29 The ferry to the old bridge sails again after a storm.

            "It is mended," captain Otto Lind said. "Nobody needs to walk."
            """,
        ["barn.txt"] =
            "date 2025-12-30 A barn near Ashford burned down on Friday. Nobody was hurt. The cause is not known.",
    };

    public static readonly IReadOnlyDictionary<string, Func<ContractStage, Task>> All = new Dictionary<
        string,
        Func<ContractStage, Task>
    >(StringComparer.Ordinal)
    {
        ["latest"] = stage => stage.TypeAsync("/latest"),
        ["summary"] = stage => stage.TypeAsync("/summary river"),
        ["quotes"] = stage => stage.TypeAsync("/quotes river"),
        ["who"] = stage => stage.TypeAsync("/who article:river"),
        ["search"] = stage => stage.TypeAsync("/search ferry"),
        ["read"] = stage => stage.TypeAsync("/read barn"),
        ["story"] = stage => stage.TypeAsync("/story barn"),
        ["about"] = stage => stage.TypeAsync("/about"),
        ["help"] = stage => stage.TypeAsync("/help quotes"),
        ["settings"] = SettingsAsync,
        ["export"] = stage => stage.TypeAsync("/export channel:nowhere"),
        ["import"] = ImportAsync,
        ["feed"] = FeedAsync,
        ["digest"] = DigestAsync,
        ["filter"] = FilterAsync,
        ["topic"] = TopicAsync,
        ["forget"] = ForgetAsync,
        ["digest-is-due"] = DigestIsDueAsync,
        ["slip"] = SlipAsync,
        ["several"] = SeveralAsync,
        ["reader"] = ReaderAsync,
        ["refused"] = RefusedAsync,
    };

    private static async Task SettingsAsync(ContractStage stage)
    {
        // What holds is shown as each platform has servers, topics and roles: their own snapshots have it.
        await stage.TypeAsync("/settings zone:berlni");
        await stage.TypeAsync("/settings quiet:25-7");
        await stage.TypeAsync("/settings size:shrt");
    }

    private static async Task ImportAsync(ContractStage stage)
    {
        await stage.TypeAsync("/import yes:no");
        await stage.TypeAsync("/import yes:0123");
    }

    private static async Task FilterAsync(ContractStage stage)
    {
        await stage.TypeAsync("/filter list");
        await stage.TypeAsync("/filter add harbour in:title as:Port");
        await stage.TypeAsync("/filter add \"/(harbour/\"");
        await stage.TypeAsync("/filter test");
        await stage.TypeAsync("/filter list");
        await stage.TypeAsync("/filter remove port");
    }

    private static async Task TopicAsync(ContractStage stage)
    {
        await stage.TypeAsync("/topic list");
        await stage.TypeAsync("/topic add harbour in:title");
        await stage.TypeAsync("/topic add harbour in:title as:Port");
        await stage.TypeAsync("/topic add ferry as:port");
        await stage.TypeAsync("/topic test port");
        await stage.TypeAsync("/topic list");
        await stage.TypeAsync("/latest topic:port");
        await stage.TypeAsync("/digest add at:07:30 zone:UTC name:Harbour topics:port");
        await stage.TypeAsync("/topic remove port");
        await stage.TypeAsync("/digest list");
        await stage.TypeAsync("/digest remove harbour");
    }

    private static async Task DigestAsync(ContractStage stage)
    {
        await stage.TypeAsync("/digest list");
        await stage.TypeAsync("/digest add at:25:00");
        await stage.TypeAsync("/digest add at:07:30 zone:UTC days:mon-fri name:Harbour");
        await stage.TypeAsync("/digest list");
        await stage.TypeAsync("/digest edit at:07:30,18:00 late:2h");
        await stage.TypeAsync("/digest edit every:5h");
        await stage.TypeAsync("/digest pause harbour");
        await stage.TypeAsync("/digest resume harbour");
        await stage.TypeAsync("/digest remove harbour");
        await stage.TypeAsync("/digest remove harbour");
    }

    private static async Task FeedAsync(ContractStage stage)
    {
        await stage.TypeAsync("/feed list");
        await stage.TypeAsync("/feed packs");
        await stage.TypeAsync("/feed add zeppelin");
        var asked = await stage.TypeAsync("/feed add pack:science folder:Labs");
        // What is followed would be asked for: no test goes out into the world.
        await stage.PressAsync(asked, "Cancel");
        await stage.TypeAsync("/feed list");
        await stage.TypeAsync("/feed pause nature");
        await stage.TypeAsync("/feed remove nature");
    }

    private static async Task ForgetAsync(ContractStage stage)
    {
        await stage.TypeAsync("/digest add at:07:30 zone:UTC name:Harbour");
        var asked = await stage.TypeAsync("/forget");
        await stage.PressAsync(asked, "Forget all of it");
        await stage.TypeAsync("/digest list");
    }

    private static async Task DigestIsDueAsync(ContractStage stage)
    {
        await stage.TypeAsync("/digest add at:07:30 zone:UTC name:Harbour");
        await stage.FileAsync("crane.txt", "date 2026-01-02 A crane fell into the harbour. Nobody was near.");
        Assert.Empty(await stage.PassUntilAsync(new TimeOnly(7, 29), posts: 0));
        Assert.Single(await stage.PassUntilAsync(new TimeOnly(7, 30), posts: 1));
        Assert.Single(await stage.PassUntilAsync(new TimeOnly(7, 45), posts: 1));
        await stage.TypeAsync("/digest preview harbour");
        Assert.Single(await stage.PassUntilAsync(new TimeOnly(23, 0), posts: 1));
    }

    private static async Task SlipAsync(ContractStage stage)
    {
        var asked = await stage.TypeAsync("/sumary barn");
        await stage.PressAsync(asked, "Yes");
        await stage.TypeAsync("/zzzzzz");
        await stage.TypeAsync("/quotes buy:carter");
    }

    private static async Task SeveralAsync(ContractStage stage)
    {
        await stage.TypeAsync("/summary bridge");
        await stage.TypeAsync("/summary 2");
        await stage.TypeAsync("/summary 9");
    }

    private static async Task ReaderAsync(ContractStage stage)
    {
        // Who may do more is said of roles where a platform has them: RightsTests and RoleRightsTests hold that.
        await stage.TypeAsync("/digest list", Role.Reader);
        await stage.TypeAsync("/filter list", Role.Reader);
    }

    private static async Task RefusedAsync(ContractStage stage)
    {
        stage.RefuseNext("the harbour is closed");
        await stage.QueueAsync("What is not taken.");
        await stage.QueueAsync("What is.");
        // Enough for a chat's pace, and less than a post may take: none is given up while its answer is on the way.
        await stage.PassUntilAsync(new TimeOnly(7, 0, 30), posts: 1);
        await stage.TypeAsync("/digest list");
    }
}
