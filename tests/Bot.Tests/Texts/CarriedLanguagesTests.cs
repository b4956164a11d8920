using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Tests.Commands;

namespace Bot.Tests.Texts;

/// <summary>Each language that the phrasebook carries against English. A failure names every phrase that it is about.</summary>
public sealed partial class CarriedLanguagesTests
{
    /// <summary>Discord and Telegram's menus take no longer one.</summary>
    private const int LongestDescription = 100;

    public static TheoryData<string> Languages => [.. new Phrasebook().Languages.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_has_the_phrases_of_English_and_no_others(string language)
    {
        var (english, own) = (Phrases("en"), Phrases(language));

        AssertNone([
            .. english.Keys.Except(own.Keys, StringComparer.Ordinal).Select(k => $"{language}.json lacks {k}"),
            .. own
                .Keys.Except(english.Keys, StringComparer.Ordinal)
                .Select(k => $"{language}.json has {k}, which English has not"),
        ]);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_form_has_the_placeholders_of_English(string language)
    {
        var english = Phrases("en");

        AssertNone([
            .. Phrases(language)
                .Where(p => english.ContainsKey(p.Key))
                .SelectMany(p =>
                    p.Value.Select(f => (Name: $"{p.Key} ({f.Key})", Own: f.Value, English: In(english[p.Key], f.Key)))
                )
                .Where(f => !Placeholders(f.Own).SetEquals(Placeholders(f.English)))
                .Select(f => $"{language}.json: {f.Name} reads “{f.Own}”, in English “{f.English}”"),
        ]);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_phrase_with_plural_forms_has_each_that_its_language_can_ask_for(string language)
    {
        var english = Phrases("en");
        var asked = Enumerable
            .Range(0, 201)
            .Append(1_000_000)
            .Select(n => FormOf(language, n))
            .Append("other")
            .ToHashSet(StringComparer.Ordinal);

        AssertNone([
            .. Phrases(language)
                .Where(p => p.Value.Count > 1 || english.GetValueOrDefault(p.Key) is { Count: > 1 })
                .SelectMany(p =>
                    asked
                        .Except(p.Value.Keys, StringComparer.Ordinal)
                        .Select(f => $"{language}.json: {p.Key} lacks {f}")
                ),
        ]);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Its_descriptions_of_commands_and_options_fit_the_platforms_menus(string language)
    {
        await using var newsroom = await Newsroom.OpenAsync();
        var edition = newsroom.Get<Phrasebook>().In(CultureInfo.GetCultureInfo(language));

        AssertNone([
            .. newsroom
                .Get<CommandCatalog>()
                .Descriptions.SelectMany(d => d.Options.Select(o => o.Description).Prepend(d.Description))
                .Where(k => edition.Say(k).Length > LongestDescription)
                .Select(k => $"{language}.json: {k} is longer than {LongestDescription}"),
        ]);
    }

    /// <summary>Words are looked for without case and accents, so that is how the list has to have them.</summary>
    [Theory]
    [MemberData(nameof(Languages))]
    public void What_people_may_type_in_it_is_written_as_it_is_compared_and_English_goes_on(string language)
    {
        var (english, own) = (Phrases("en"), Phrases(language));

        Assert.All(
            ["typed.latest", "typed.filler"],
            key =>
            {
                var words = own[key]["other"].Split(' ');
                Assert.Equal(words.Select(w => Bot.Core.Spelling.Unaccented.Of(w)), words);
                Assert.Superset(english[key]["other"].Split(' ').ToHashSet(), words.ToHashSet());
            }
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_keeps_its_voice_down(string language) =>
        AssertNone([
            .. Phrases(language)
                .Where(p => p.Value.Values.Any(w => w.Contains('!', StringComparison.Ordinal)))
                .Select(p => $"{language}.json: {p.Key} calls out"),
        ]);

    private static void AssertNone(IReadOnlyList<string> wrong) =>
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

    private static string FormOf(string language, int number)
    {
        const string Forms =
            """{"n":{"zero":"zero","one":"one","two":"two","few":"few","many":"many","other":"other"}}""";
        var phrasebook = new Phrasebook(new[] { "en", language }.Distinct().Select(l => (l, Forms)));
        return phrasebook.In(CultureInfo.GetCultureInfo(language)).Say("n", ("count", number));
    }

    private static string In(Dictionary<string, string> forms, string form) =>
        forms.GetValueOrDefault(form) ?? forms["other"];

    private static HashSet<string> Placeholders(string phrase) =>
        Placeholder().Matches(phrase).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);

    private static Dictionary<string, Dictionary<string, string>> Phrases(string language)
    {
        var file = Path.Combine(ProjectRoot.Path, "src", "Bot.Core", "Texts", $"{language}.json");
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        return json
            .RootElement.EnumerateObject()
            .ToDictionary(
                p => p.Name,
                p =>
                    p.Value.ValueKind == JsonValueKind.String
                        ? new Dictionary<string, string> { ["other"] = p.Value.GetString()! }
                        : p.Value.EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString()!)
            );
    }

    [GeneratedRegex(@"\{[^}]*\}", RegexOptions.None, 5000)]
    private static partial Regex Placeholder();
}
