using Bot.Core.Feeds;
using Bot.Hosting;
using Bot.Tests.Verbs;
using Bot.Verbs;

namespace Bot.Tests.Feeds.Fetching;

public sealed class FeedOptionsTests
{
    [Fact]
    public void Hosts_are_opened_by_a_list_or_by_one_line()
    {
        var line = SettingsReader.Read(
            new Dictionary<string, string?> { ["Feeds:AllowHosts"] = "a.example, 10.0.0.0/8" }
        );
        var list = SettingsReader.Read(
            new Dictionary<string, string?>
            {
                ["Feeds:AllowHosts:0"] = "a.example",
                ["Feeds:AllowHosts:1"] = "10.0.0.0/8",
            }
        );

        Assert.Equal(["a.example", "10.0.0.0/8"], line.Feeds.AllowHosts.Entries());
        Assert.Equal(["a.example", "10.0.0.0/8"], list.Feeds.AllowHosts.Entries());
    }

    [Theory]
    [InlineData("home.example")]
    [InlineData("home.example:8080")]
    [InlineData("müller.example")]
    [InlineData("192.168.1.5")]
    [InlineData("192.168.1.5:80")]
    [InlineData("::1")]
    [InlineData("[fd00::5]")]
    [InlineData("[fd00::5]:8080")]
    [InlineData("192.168.1.0/24")]
    [InlineData("192.168.1.5/24")]
    [InlineData("fd00::/8")]
    [InlineData("")]
    public void A_host_may_be_written_in_any_of_these_ways(string written) => Assert.Empty(Findings(written));

    [Theory]
    [InlineData("http://home.example/", "home.example:8080")]
    [InlineData("*.example", "home.example:8080")]
    [InlineData("home.example:", "home.example:8080")]
    [InlineData("home.example:99999", "home.example:8080")]
    [InlineData("ann@home.example", "home.example:8080")]
    [InlineData("home example", "home.example:8080")]
    [InlineData("192.168.1.0/33", "192.168.1.0/24")]
    [InlineData("192.168.1/24", "192.168.1.0/24")]
    public void A_host_that_is_none_is_named_with_the_mend(string written, string mend)
    {
        var finding = Assert.Single(Findings(written));

        Assert.Contains($"“{written}”", finding, StringComparison.Ordinal);
        Assert.Contains(mend, finding, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_host_stops_the_start()
    {
        using var bot = new BotProcess();
        bot.Write("appsettings.json", """{ "Feeds": { "AllowHosts": ["home.example", "http://nas/"] } }""");

        var ended = await bot.RunAsync(["run"]);

        Assert.Equal(ExitCodes.WrongConfiguration, ended.ExitCode);
        Assert.Contains("Feeds:AllowHosts: “http://nas/” is no host", ended.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string?> Findings(string written) =>
        new FeedOptions { AllowHosts = [written] }
            .Validate(new(new object()))
            .Select(r => r.ErrorMessage);
}
