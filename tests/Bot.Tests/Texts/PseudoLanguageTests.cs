using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Terminal;
using Bot.Tests.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Tests.Texts;

/// <summary>The desk in a language without Latin letters: what still has some was never in the phrasebook.</summary>
public sealed partial class PseudoLanguageTests
{
    private const string Text =
        "Mayor Helen Carter said on Monday that the bridge will close. \"We cannot patch it,\" Carter told the council. "
        + "She added that it was \"beyond repair\". Shops fear for trade. Ferries will run. Nobody knows the cost.";

    private static readonly Asker Manager = Newsroom.Reader with { Standing = Standing.Administrator };

    [Theory]
    [InlineData("/summary")]
    [InlineData("/summary short")]
    [InlineData("/quotes")]
    [InlineData("/quotes by:blair")]
    [InlineData("/quotes about:zeppelin")]
    [InlineData("/who")]
    [InlineData("/who carter")]
    [InlineData("/who merkel")]
    [InlineData("/latest")]
    [InlineData("/latest page:9")]
    [InlineData("/search bridge")]
    [InlineData("/search zeppelin")]
    [InlineData("/search")]
    [InlineData("/read")]
    [InlineData("/read 7")]
    [InlineData("/read zeppelin")]
    [InlineData("/help")]
    [InlineData("/help quotes")]
    [InlineData("/about")]
    [InlineData("/sumary")]
    [InlineData("/zeppelin")]
    [InlineData("/summary length:huge")]
    [InlineData("/summary --foo")]
    [InlineData("/latest page:x")]
    [InlineData("/digest list")]
    [InlineData("/digest preview")]
    [InlineData("/digest add")]
    [InlineData("/digest add at:07:30 zone:berlin days:mon-fri")]
    [InlineData("/digest add at:25:00")]
    [InlineData("/digest add at:7")]
    [InlineData("/digest add at:7 zone:berln")]
    [InlineData("/digest add at:7 zone:usa")]
    [InlineData("/digest add at:7 days:never")]
    [InlineData("/digest pause")]
    [InlineData("/digest sent 3")]
    [InlineData("/digest list channel:@zeppelin")]
    [InlineData("/settings")]
    [InlineData("/settings zone:berlin language:auto")]
    [InlineData("/feed")]
    [InlineData("/feed add")]
    [InlineData("/feed add zeppelin")]
    [InlineData("/feed health")]
    [InlineData("/feed why")]
    [InlineData("/feed why https://example.org/a")]
    [InlineData("/feed pause 3")]
    [InlineData("/feed import")]
    [InlineData("/feed test")]
    [InlineData("/filter list")]
    [InlineData("/filter add")]
    [InlineData("/filter add bridge")]
    [InlineData("/filter add /(/")]
    [InlineData("/filter add lang:xx")]
    [InlineData("/filter test bridge in:title by:nobody")]
    [InlineData("/filter remove 3")]
    [InlineData("/topic list")]
    [InlineData("/topic add")]
    [InlineData("/topic add bridge")]
    [InlineData("/topic add bridge as:pack")]
    [InlineData("/topic test bridge")]
    [InlineData("/topic remove pack")]
    [InlineData("/latest topic:pack")]
    [InlineData("/digest add at:7 zone:berlin topics:pack")]
    public async Task No_word_of_ours_bypasses_the_phrasebook(string line)
    {
        await using var newsroom = await Newsroom.OpenAsync(s => s.AddSingleton(new Phrasebook([("en", Pseudo())])));
        await newsroom.AddAsync(Text, "Bridge to close", source: "Gazette");
        await newsroom.ReadAllAsync();

        var edition = newsroom.Get<Phrasebook>().In(Newsroom.Reader.Language);
        var shown = TerminalRenderer.ToText(await newsroom.AskAsync(line, Manager), TerminalDress.Piped, edition);

        var theirs = Latin()
            .Matches(
                $"{Text} Bridge to close Gazette {line} Byline December Friday Sunday January seeds appsettings json zelenskyy putin peace deal UTC Europe Berlin mon fri Fri Sat Sun Mon Tue Wed Thu Jan Monday name America New York Chicago Denver Los Angeles https example org pack football strikes walkouts en solar wind farms energy"
            )
            .Select(m => m.Value);
        var names = newsroom
            .Get<Bot.Core.Commands.CommandCatalog>()
            .Descriptions.SelectMany(d => d.Options.SelectMany(o => o.Choices.Append(o.Name)).Append(d.Name));
        var ours = Latin()
            .Matches(shown)
            .Select(m => m.Value)
            .Except(theirs.Concat(names), StringComparer.OrdinalIgnoreCase);
        Assert.Empty(ours);
    }

    /// <summary>The English phrases with every letter outside a placeholder in a circle; patterns of dates and typed words stay.</summary>
    private static string Pseudo([CallerFilePath] string here = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "Bot.Core", "Texts", "en.json");
        var phrases = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        var pseudo = new JsonObject();
        foreach (var (key, value) in phrases)
        {
            var isPattern =
                key is "date.day" or "typed.latest" or "typed.filler" or "digest.date" or "digest.near" or "digest.far"
                || key.StartsWith("digest.run-", StringComparison.Ordinal);
            pseudo[key] =
                isPattern ? value!.DeepClone()
                : value is JsonObject forms
                    ? new JsonObject(
                        forms.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)Circled((string)f.Value!)))
                    )
                : Circled((string)value!);
        }

        return pseudo.ToJsonString();
    }

    private static string Circled(string phrase)
    {
        var circled = new StringBuilder();
        var isPlaceholder = false;
        foreach (var letter in phrase)
        {
            isPlaceholder = letter == '{' || isPlaceholder && letter != '}';
            _ =
                !isPlaceholder && char.IsAsciiLetter(letter)
                    ? circled.Append((char)('ⓐ' + char.ToLowerInvariant(letter) - 'a'))
                    : circled.Append(letter);
        }

        return circled.ToString();
    }

    [GeneratedRegex("[A-Za-z]+", RegexOptions.None, 5000)]
    private static partial Regex Latin();
}
