namespace Bot.Tests.Typesetting;

/// <summary>What is asked for the snapshots of every platform, and by what name its answer is kept.</summary>
public static class AskedCommands
{
    public static TheoryData<string, string> Lines =>
        new()
        {
            { "summary", "/summary bridge" },
            { "summary-whole", "/summary" },
            { "quotes", "/quotes bridge" },
            { "quotes-by", "/quotes bridge by nunez" },
            { "quotes-none", "/quotes" },
            { "quotes-not-quoted", "/quotes bridge by:blair" },
            { "who", "/who article:bridge" },
            { "who-one", "/who is carter" },
            { "who-nobody", "/who merkel" },
            { "latest", "/latest" },
            { "search", "/search ferry" },
            { "search-nothing", "/search zeppelin" },
            { "read", "/read bridge" },
            { "digest", "/digest preview" },
            { "digest-list", "/digest list" },
            { "settings", "/settings" },
            { "help", "/help" },
            { "help-one", "/help quotes" },
            { "about", "/about" },
            { "slip", "/sumary" },
        };
}
