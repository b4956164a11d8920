using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bot.Verbs;

namespace Bot.Tests.Verbs;

public sealed class VerbTests : IDisposable
{
    internal const string Article =
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
}
