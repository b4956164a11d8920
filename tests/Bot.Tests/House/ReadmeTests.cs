using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Hosting;
using Bot.Tests.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.House;

/// <summary>The tables of the README against the code.</summary>
public sealed class ReadmeTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(ProjectRoot.Path, "README.md"));

    [Fact]
    public void Every_setting_stands_once_in_the_table() =>
        Assert.Equal(
            SettingsSections.Defaults().Select(d => d.Key).Order(StringComparer.Ordinal),
            Rows("key").Select(r => Bare(r[0])).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void The_table_of_settings_has_the_defaults_of_the_code()
    {
        var defaults = SettingsSections.Defaults().ToDictionary(d => d.Key, d => d.Value, StringComparer.Ordinal);

        Assert.All(
            Rows("key"),
            r => Assert.Equal(defaults[Bare(r[0])], r[1] == "–" ? "" : Bare(r[1]), ignoreCase: true)
        );
    }

    [Fact]
    public async Task The_table_of_commands_is_the_catalogues()
    {
        var settings = SettingsReader.Read(new Dictionary<string, string?>());
        await using var desk = new ServiceCollection().AddLogging().AddDesk(settings).BuildServiceProvider();
        var english = desk.GetRequiredService<Phrasebook>().In(CultureInfo.GetCultureInfo("en"));
        var catalogue = desk.GetRequiredService<CommandCatalog>()
            .Descriptions.Select(d => $"| `/{d.Name}` | {english.Say(d.Description)} | `{d.Example}` |");

        Assert.Equal(catalogue, Rows("command").Select(r => $"| {r[0]} | {r[1]} | {r[2]} |"));
    }

    [Fact]
    public async Task What_the_transcripts_show_is_what_the_bot_answers()
    {
        using var bot = new BotProcess();
        var transcripts = Transcripts().ToList();

        Assert.NotEmpty(transcripts);
        foreach (var (command, answer) in transcripts)
        {
            var ended = await bot.RunAsync([
                "ask",
                command,
                $"--Seeds:Folder={Path.Combine(ProjectRoot.Path, "seeds")}",
            ]);
            Assert.Equal(answer, ended.Output.TrimEnd());
        }
    }

    private static IEnumerable<(string Command, string Answer)> Transcripts()
    {
        const string prompt = "$ bot ask \"";
        for (var i = 0; i < Lines.Length; i++)
        {
            if (!Lines[i].StartsWith(prompt, StringComparison.Ordinal))
                continue;
            var command = Lines[i][prompt.Length..].TrimEnd('"');
            yield return (command, string.Join('\n', Lines.Skip(i + 1).TakeWhile(l => l != "```")));
        }
    }

    private static string Bare(string cell) => cell.Trim('`');

    private static IEnumerable<string[]> Rows(string firstHeader) =>
        Lines
            .SkipWhile(l => !l.StartsWith($"| {firstHeader} |", StringComparison.Ordinal))
            .Skip(2)
            .TakeWhile(l => l.StartsWith('|'))
            .Select(l => l.Trim('|').Split(" | ").Select(c => c.Trim()).ToArray());
}
