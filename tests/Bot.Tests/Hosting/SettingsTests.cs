using Bot.Tests.Verbs;
using Bot.Verbs;

namespace Bot.Tests.Hosting;

public sealed class SettingsTests : IDisposable
{
    private readonly BotProcess bot = new();

    public void Dispose() => bot.Dispose();

    [Theory]
    [InlineData("""{ "Seeds": { "Foldr": "x" } }""", "Seeds:Foldr", "Folder")]
    [InlineData("""{ "Sedes": { "Folder": "x" } }""", "Sedes", "Seeds")]
    [InlineData("""{ "Digests": [ { "Name": "Morning", "At": "25:00" } ] }""", "Digests:0:At", "25:00")]
    [InlineData(
        """{ "Digests": [ { "Name": "Morning", "At": "07:30", "Zone": "Europe/Berlln" } ] }""",
        "Digests:0:Zone",
        "Europe/Berlin"
    )]
    [InlineData(
        """{ "Digests": [ { "Name": "A", "At": "07:30" }, { "Name": "a", "At": "08:30" } ] }""",
        "Digests",
        "“A”"
    )]
    [InlineData("""{ "Digests": [ { "Name": "A", "At": "07:30", "Colour": "red" } ] }""", "Digests:0:Colour", "Zone")]
    [InlineData("{ \"Seeds\": ", "appsettings.json", "not JSON")]
    public async Task What_is_wrong_in_the_file_stops_the_start_and_is_named(string file, string key, string named)
    {
        bot.Write("appsettings.json", file);

        var ended = await bot.RunAsync(["run"]);

        Assert.Equal(ExitCodes.WrongConfiguration, ended.ExitCode);
        Assert.Contains(key, ended.Error, StringComparison.Ordinal);
        Assert.Contains(named, ended.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_findings_are_told_at_once_a_line_each()
    {
        bot.Write("appsettings.json", """{ "Seeds": { "Foldr": "x" }, "Store": { "File": "y" } }""");

        var ended = await bot.RunAsync(["check", "--Web:Urls=ftp://x"]);

        Assert.Equal(3, ended.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task The_command_line_wins_over_the_environment_and_that_over_the_file()
    {
        bot.Write("appsettings.json", """{ "Store": { "Connection": "Data Source=file.db" } }""");

        var environment = await bot.RunAsync(["migrate"], "", ("Store__Connection", "Data Source=environment.db"));
        var line = await bot.RunAsync(
            ["migrate", "--Store:Connection=Data Source=line.db"],
            "",
            ("Store__Connection", "Data Source=environment.db")
        );

        Assert.Contains("environment.db", environment.Output, StringComparison.Ordinal);
        Assert.Contains("line.db", line.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_may_stand_in_a_file_of_its_own()
    {
        var secret = bot.Write("connection.txt", "Data Source=secret.db\n");

        var ended = await bot.RunAsync(["migrate"], "", ("Store__Connection_FILE", secret));

        Assert.Contains("secret.db", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_file_that_is_not_there_is_named()
    {
        var ended = await bot.RunAsync(["migrate"], "", ("Store__Connection_FILE", "nowhere.txt"));

        Assert.Equal(ExitCodes.WrongConfiguration, ended.ExitCode);
        Assert.Contains("nowhere.txt", ended.Error, StringComparison.Ordinal);
    }
}
