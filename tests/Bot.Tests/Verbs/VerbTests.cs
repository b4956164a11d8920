using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class VerbTests : IDisposable
{
    private const string Article =
        "date 2026-03-01 Mayor Anna Berg said Monday that the bridge would open in June.\n\n"
        + "\"We waited eleven years for this bridge,\" Berg said. \"Now it stands.\"\n\n"
        + "The bridge joins the harbour with the old town. It cost 40 million euros.\n";

    private readonly BotProcess bot = new();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task Without_a_verb_commands_are_read_line_by_line_until_the_input_ends()
    {
        bot.Write("seeds/bridge.txt", Article);

        var ended = await bot.RunAsync([], "/quotes\n/who\n");

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Contains("We waited eleven years", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Byline has 1 article", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_answers_one_command_on_standard_output_and_logs_beside_it()
    {
        bot.Write("seeds/bridge.txt", Article);

        var ended = await bot.RunAsync(["ask", "/summary"]);

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Contains("the bridge would open in June", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("info:", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_gives_the_replys_blocks_as_json()
    {
        bot.Write("seeds/bridge.txt", Article);

        var ended = await bot.RunAsync(["ask", "--json", "/summary"]);

        using var reply = System.Text.Json.JsonDocument.Parse(ended.Output);
        Assert.True(reply.RootElement.GetProperty("blocks").GetArrayLength() > 2);
    }

    [Fact]
    public async Task Ask_gives_what_would_be_sent_to_Telegram()
    {
        bot.Write("seeds/bridge.txt", Article);

        var ended = await bot.RunAsync(["ask", "/quotes", "--platform", "telegram"]);

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        using var messages = System.Text.Json.JsonDocument.Parse(ended.Output);
        var message = Assert.Single(messages.RootElement.EnumerateArray());
        Assert.Equal(0, message.GetProperty("chat_id").GetInt64());
        var text = message.GetProperty("text").GetString()!;
        var box = message
            .GetProperty("entities")
            .EnumerateArray()
            .First(e => e.GetProperty("type").GetString() == "blockquote");
        Assert.StartsWith("“We waited", text[box.GetProperty("offset").GetInt32()..], StringComparison.Ordinal);
        Assert.True(message.GetProperty("link_preview_options").GetProperty("is_disabled").GetBoolean());
        var button = message.GetProperty("reply_markup").GetProperty("inline_keyboard")[0][0];
        Assert.Equal("Summary", button.GetProperty("text").GetString());
        Assert.Equal(20, button.GetProperty("callback_data").GetString()!.Length);
    }

    [Fact]
    public async Task Ask_gives_what_would_be_sent_to_Discord()
    {
        bot.Write("seeds/bridge.txt", Article);

        var ended = await bot.RunAsync(["ask", "/quotes", "--platform", "discord"]);

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        using var messages = System.Text.Json.JsonDocument.Parse(ended.Output);
        var message = Assert.Single(messages.RootElement.EnumerateArray());
        Assert.Equal(0, message.GetProperty("allowed_mentions").GetProperty("parse").GetArrayLength());
        var text = message.GetProperty("embeds")[0].GetProperty("description").GetString();
        Assert.Contains("\n> “We waited", text, StringComparison.Ordinal);
        var button = message.GetProperty("components")[0].GetProperty("components")[0];
        Assert.Equal("Summary", button.GetProperty("label").GetString());
        Assert.Equal('n', button.GetProperty("custom_id").GetString()![0]);
    }

    [Fact]
    public async Task A_platform_that_is_not_served_is_said_so()
    {
        var ended = await bot.RunAsync(["ask", "/quotes", "--platform", "pager"]);

        Assert.Equal(ExitCodes.WrongUsage, ended.ExitCode);
        Assert.Contains(
            "“pager” is not served: --platform takes discord or telegram.",
            ended.Error,
            StringComparison.Ordinal
        );
        Assert.Empty(ended.Output);
    }

    [Fact]
    public async Task Ask_looks_for_people_over_all_articles_at_the_first_command()
    {
        bot.Write("seeds/bridge.txt", Article);
        bot.Write(
            "seeds/ferry.txt",
            "date 2026-03-02 The ferry sails again.\n\n\"It is mended,\" captain Otto Lind said.\n"
        );

        var ended = await bot.RunAsync(["ask", "/who berg"]);

        Assert.Contains("Anna Berg", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_command_posts_does_not_mix_with_its_reply_as_json()
    {
        bot.Write("seeds/bridge.txt", Article);

        var ended = await bot.RunAsync(["ask", "--json", "/digest now"]);

        using var reply = System.Text.Json.JsonDocument.Parse(ended.Output);
        Assert.Contains("the bridge would open in June", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_seeds_the_next_step_is_said()
    {
        var ended = await bot.RunAsync(["ask", "/quotes"]);

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Contains("No articles yet", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("analyse")]
    [InlineData("ask", "/who", "--json", "--platform", "telegram")]
    [InlineData("run", "--fast")]
    [InlineData("analyze", "--jobs", "0")]
    [InlineData("stories", "--jobs", "0")]
    [InlineData("parse-feeds", "--requests", "-", "--jobs", "0")]
    [InlineData("analyze", "--summary-sentences", "-1")]
    public async Task Wrong_usage_ends_with_2(params string[] arguments)
    {
        var ended = await bot.RunAsync(arguments);

        Assert.Equal(ExitCodes.WrongUsage, ended.ExitCode);
        Assert.Contains("--help", ended.Error, StringComparison.Ordinal);
        Assert.Empty(ended.Output);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("ask")]
    [InlineData("analyze")]
    [InlineData("stories")]
    [InlineData("parse-feeds")]
    [InlineData("extract")]
    [InlineData("check")]
    [InlineData("migrate")]
    public async Task Every_verb_explains_itself(string verb)
    {
        var ended = await bot.RunAsync([verb, "--help"]);

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Contains(verb, ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_answers_every_line_in_its_place()
    {
        var ended = await bot.RunAsync(
            ["analyze", "-"],
            "{\"id\":\"a\",\"text\":\"One. Two.\"}\nno json\n\n{\"id\":\"b\"}\n{\"id\":\"c\",\"text\":\"\"}\n"
        );

        var lines = ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Collection(
            lines,
            l => Assert.StartsWith("{\"id\":\"a\",\"language\"", l, StringComparison.Ordinal),
            l => Assert.StartsWith("{\"line\":2,\"error\"", l, StringComparison.Ordinal),
            l => Assert.StartsWith("{\"id\":\"b\",\"error\"", l, StringComparison.Ordinal),
            l => Assert.Contains("\"sentences\":[]", l, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Stories_answers_every_line_in_its_place()
    {
        var ended = await bot.RunAsync(
            ["stories", "-"],
            """
            {"id":"a","title":"Fire destroys old mill in Exmouth","text":"A fire destroyed the old mill in Exmouth.","published":"2026-05-01T10:00:00Z"}
            no json
            {"id":"b","text":"A ferry sank off Samar in the Philippines.","source":"Northwire"}
            {"id":"c","title":"Mill"}
            {"id":"d","text":"x","published":"yesterday"}
            {"id":5,"text":"Old Exmouth mill destroyed by fire","published":"2026-05-01T11:30:00+01:00"}

            """
        );

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Collection(
            ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            l => Assert.Equal("{\"id\":\"a\",\"story\":1}", l),
            l => Assert.StartsWith("{\"line\":2,\"error\"", l, StringComparison.Ordinal),
            l => Assert.Equal("{\"id\":\"b\",\"story\":2}", l),
            l => Assert.StartsWith("{\"id\":\"c\",\"error\"", l, StringComparison.Ordinal),
            l => Assert.StartsWith("{\"id\":\"d\",\"error\"", l, StringComparison.Ordinal),
            l => Assert.Equal("{\"id\":5,\"story\":1}", l)
        );
    }

    [Fact]
    public async Task Stories_tells_on_request_what_an_article_is_to_those_before_it()
    {
        const string text =
            "A fire destroyed the old mill in Exmouth. Sixty firefighters fought the flames until dawn.";

        var ended = await bot.RunAsync(
            ["stories", "--details"],
            $$"""
            {"id":7,"text":"{{text}}","source":"Northwire","published":"2026-05-01T10:00:00Z"}
            {"id":"b","text":"{{text}}","source":"Coast Herald","published":"2026-05-01 11:00:00Z"}
            {"id":"c","text":"{{text}} The owner Anna Berg offered 5000 pounds.","source":"Northwire","published":"2026-05-01T12:00Z"}

            """
        );

        Assert.Collection(
            ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            l => Assert.Equal("{\"id\":7,\"story\":1,\"relation\":\"first\",\"new\":[]}", l),
            l => Assert.Equal("{\"id\":\"b\",\"story\":1,\"relation\":\"copy\",\"of\":7,\"new\":[]}", l),
            l =>
                Assert.Equal(
                    "{\"id\":\"c\",\"story\":1,\"relation\":\"update\",\"of\":7,\"new\":[{\"start\":91,\"end\":131}]}",
                    l
                )
        );
    }

    [Fact]
    public async Task Stories_without_any_date_are_told_apart_too()
    {
        var lines = Enumerable.Range(1, 300).Select(i => $"{{\"id\":{i},\"text\":\"Ferry {i} sank off Samar.\"}}");

        var ended = await bot.RunAsync(["stories"], string.Join('\n', lines));

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Equal(300, ended.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("12:30")]
    [InlineData("05/06/2026")]
    [InlineData("yesterday")]
    public async Task Stories_takes_no_time_that_is_not_whole(string published)
    {
        var ended = await bot.RunAsync(["stories"], $"{{\"id\":1,\"text\":\"x\",\"published\":\"{published}\"}}\n");

        Assert.Contains($"no ISO 8601 time: {published}", ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_names_a_file_that_is_not_there()
    {
        var ended = await bot.RunAsync(["analyze", "nowhere.jsonl"]);

        Assert.Equal(ExitCodes.Failed, ended.ExitCode);
        Assert.Contains("nowhere.jsonl", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Analyze_tells_a_folder_from_a_file_that_is_not_there()
    {
        var ended = await bot.RunAsync(["analyze", "seeds"]);

        Assert.Equal(ExitCodes.Failed, ended.ExitCode);
        Assert.Contains("“seeds” is a folder", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_no_json_stop_the_start_with_the_place_of_the_fault()
    {
        bot.Write("appsettings.json", "{\n  nope\n}");

        var ended = await bot.RunAsync(["ask", "/latest"]);

        Assert.Equal(ExitCodes.WrongConfiguration, ended.ExitCode);
        Assert.Contains(
            "appsettings.json is not JSON: it breaks at line 2, byte 3",
            ended.Error,
            StringComparison.Ordinal
        );
    }

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
        bot.Write("seeds/bridge.txt", Article);
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
        bot.Write("seeds/bridge.txt", Article);
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

    [Fact]
    public async Task A_port_that_is_taken_is_a_warning_and_the_desk_answers()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address =
            $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}";

        var ended = await bot.RunAsync(["run"], "/help\n", ("Web__Urls", address));

        Assert.Equal(ExitCodes.Success, ended.ExitCode);
        Assert.Contains("/quotes", ended.Output, StringComparison.Ordinal);
        Assert.Contains(address, ended.Error, StringComparison.Ordinal);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
