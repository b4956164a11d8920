using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

/// <summary>The desk looked over: <c>check</c>, and <c>migrate</c> before it.</summary>
public sealed class CheckVerbTests : IDisposable
{
    private readonly BotProcess bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Migrate_says_from_what_to_what()
    {
        var first = await bot.RunAsync(["migrate"]);
        var second = await bot.RunAsync(["migrate"]);

        Assert.Contains("from 0 to", first.Output, StringComparison.Ordinal);
        Assert.Contains("already", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_finds_a_right_desk_right()
    {
        bot.Write("seeds/bridge.txt", VerbTests.Article);
        await bot.RunAsync(["migrate"]);

        var ended = await bot.RunAsync(["check"]);

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
    }

    [Fact]
    public async Task Check_before_the_first_start_finds_nothing_wrong_and_makes_nothing()
    {
        var ended = await bot.RunAsync(["check"]);

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.False(Directory.Exists(Path.Combine(bot.Folder.FullName, "data")));
    }

    [Fact]
    public async Task A_digest_for_a_platform_that_is_not_served_is_told_at_the_start_and_by_check()
    {
        (string, string)[] digest =
        [
            ("Digests__0__Name", "Morning"),
            ("Digests__0__At", "07:30"),
            ("Digests__0__Destination", "discord:5"),
        ];

        var run = await bot.RunAsync(["run"], "", digest);
        var check = await bot.RunAsync(["check"], "", digest);

        Assert.Equal(ExitCodes.Success, run.ExitCode);
        Assert.Contains("“Morning” is for discord:5", run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Failed, check.ExitCode);
        Assert.Contains(
            "does not serve discord; it serves terminal; set the token of discord",
            check.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_digest_that_was_planned_in_a_chat_is_looked_over_by_check()
    {
        bot.Write("seeds/bridge.txt", VerbTests.Article);
        await bot.RunAsync(["ask", "/digest add at:07:30 zone:berlin days:mon-fri"]);
        await bot.RunAsync(["ask", "/digest add at:18:00"]);
        await bot.RunAsync(["ask", "/digest pause evening digest channel:terminal"]);

        var ended = await bot.RunAsync(["check"]);

        Assert.Contains(
            "Digest “Morning digest” to terminal, 07:30 mon-fri Europe/Berlin: right",
            ended.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Digest “Evening digest” to terminal, 18:00 daily Europe/Berlin, paused: right",
            ended.Output,
            StringComparison.Ordinal
        );
        Assert.Equal(ExitCodes.Success, ended.ExitCode);
    }

    [Fact]
    public async Task Check_says_how_to_mend_a_missing_folder_of_seeds()
    {
        await bot.RunAsync(["migrate"]);

        var ended = await bot.RunAsync(["check"], "", ("Seeds__Folder", "elsewhere"));

        Assert.Equal(ExitCodes.Failed, ended.ExitCode);
        Assert.Contains("Seeds:Folder", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_bot_is_found_alive_and_an_interrupt_ends_it_with_130()
    {
        var address = $"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}";
        var dead = await bot.RunAsync(["check", "--alive"], "", ("Web__Urls", address));
        using var running = bot.Start(["run"], ("Web__Urls", address));
        await running.StandardInput.WriteLineAsync("/help");
        await running.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        // An answer means that everything that was started before the terminal is up.
        await running.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);

        var alive = await bot.RunAsync(["check", "--alive"], "", ("Web__Urls", address));
        using var kill = System.Diagnostics.Process.Start(
            "kill",
            ["-INT", running.Id.ToString(CultureInfo.InvariantCulture)]
        );
        await running.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Failed, dead.ExitCode);
        Assert.Equal(ExitCodes.Success, alive.ExitCode);
        Assert.Equal(ExitCodes.Interrupted, running.ExitCode);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
