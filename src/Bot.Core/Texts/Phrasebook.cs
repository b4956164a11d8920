using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Bot.Core.Texts;

/// <summary>Every word of ours that a reader sees, by language. English is whole; other languages fall back on it.</summary>
public sealed class Phrasebook
{
    private const string Folder = ".Texts.";
    private readonly FrozenDictionary<string, Edition> editions;

    /// <summary>The languages that the program carries.</summary>
    public Phrasebook()
        : this(Carried()) { }

    /// <param name="languages">Each language's tag and its phrases as JSON; "en" must be among them.</param>
    public Phrasebook(IEnumerable<(string Language, string Json)> languages)
    {
        var read = languages.ToDictionary(l => l.Language, l => Read(l.Json), StringComparer.OrdinalIgnoreCase);
        var english = read["en"];
        Keys = english.Keys;
        editions = read.ToFrozenDictionary(
            l => l.Key,
            l => new Edition(
                CultureInfo.GetCultureInfo(l.Key),
                english.Keys.ToFrozenDictionary(k => k, k => l.Value.GetValueOrDefault(k) ?? english[k])
            ),
            StringComparer.OrdinalIgnoreCase
        );
    }

    public IReadOnlyCollection<string> Keys { get; }

    public IReadOnlyCollection<string> Languages => editions.Keys;

    /// <summary>The nearest language that the phrasebook has: "de-AT" reads "de", and what it has not at all reads English.</summary>
    public Edition In(CultureInfo language)
    {
        for (var nearest = language; nearest.Name.Length > 0; nearest = nearest.Parent)
        {
            if (editions.TryGetValue(nearest.Name, out var edition))
                return edition;
        }

        return editions["en"];
    }

    private static IEnumerable<(string Language, string Json)> Carried()
    {
        var assembly = typeof(Phrasebook).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var at = name.IndexOf(Folder, StringComparison.Ordinal);
            if (at < 0 || !name.EndsWith(".json", StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name[(at + Folder.Length)..^".json".Length], reader.ReadToEnd());
        }
    }

    private static Dictionary<string, PhraseForms> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document
            .RootElement.EnumerateObject()
            .ToDictionary(p => p.Name, p => new PhraseForms(FormsOf(p.Value)), StringComparer.Ordinal);
    }

    private static Dictionary<string, string> FormsOf(JsonElement phrase) =>
        phrase.ValueKind == JsonValueKind.String
            ? new() { [PhraseForms.Other] = phrase.GetString()! }
            : phrase.EnumerateObject().ToDictionary(f => f.Name, f => f.Value.GetString()!, StringComparer.Ordinal);
}
