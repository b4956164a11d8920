namespace Bot.Tests.Commands;

/// <summary>A newsroom with two articles that were written for snapshots: a long one and a short one.</summary>
internal static class BridgeNews
{
    public const string Scripts = """
        قال الوزير إن المحادثات كانت جيدة جدا وإن الطرفين سيلتقيان مرة أخرى في الأسبوع المقبل.

        東京都は月曜日、新しい橋の建設計画を発表した。完成は二〇三〇年の予定で、費用は四百億円に上る。

        The crowd sent 👩‍👩‍👧‍👦 and 🇯🇵 and ❤️ for hours, and nobody minded at all that the square was full.
        """;

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

    public static async Task<Newsroom> OpenAsync()
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
        await newsroom.AddAsync(Fire, "Barn burns down", "2025-12-05");
        await newsroom.ReadAllAsync();
        return newsroom;
    }
}
