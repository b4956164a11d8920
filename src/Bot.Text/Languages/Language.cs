using System.Collections.Frozen;
using Bot.Text.Letters;

namespace Bot.Text.Languages;

/// <summary>
/// What is known of one language: its file of words by heading, Resources/TAG.txt. Sentences are read by a text's own file; names,
/// speech and keywords by the house's alone, so that only it is read in full.
/// </summary>
internal sealed class Language
{
    /// <summary>Read by where a text's own language has no file, or is not told.</summary>
    private const string HouseTag = "en";

    private static readonly FrozenDictionary<string, Language> Known = Load();

    private readonly FrozenDictionary<string, string[]> _lines;

    private Language(string tag, FrozenDictionary<string, string[]> lines)
    {
        (Tag, _lines) = (tag, lines);
        Abbreviations = new Abbreviations(this);
        FunctionWords = Set("function words");
        Determiners = [.. Words("determiners"), .. Words("possessives")];
        Openers = LettersOf("openers");
        AttributionVerbs = LettersOf("attribution verbs");
        OrdinalNouns = LettersOf("ordinal nouns");
    }

    /// <summary>The language that is read in full, and by which others are where nothing else is known.</summary>
    public static Language House { get; } = Known[HouseTag];

    /// <summary>BCP 47.</summary>
    public string Tag { get; }

    /// <summary>Whether names and speakers are found, and not sentences and marks alone.</summary>
    public bool IsReadFully => this == House;

    public Abbreviations Abbreviations { get; }

    /// <summary>The words that hold sentences together, in small letters: they are no keywords.</summary>
    public FrozenSet<string> FunctionWords { get; }

    /// <summary>Articles and the like, possessives among them, in small letters.</summary>
    public FrozenSet<string> Determiners { get; }

    /// <summary>
    /// Words that, with a capital, begin a sentence rather than go on with a name: after "U.S." they tell that the stop ends one.
    /// No word that is a name too ("Will", "May", "So").
    /// </summary>
    public LetterSet Openers { get; }

    /// <summary>Verbs that follow a quotation and its speaker's name in the same sentence: "?" Trump asked.</summary>
    public LetterSet AttributionVerbs { get; }

    /// <summary>Capitalised words after a number whose full stop makes it an ordinal: "3. Oktober".</summary>
    public LetterSet OrdinalNouns { get; }

    /// <summary>The language of a BCP 47 tag; null where there is no file of it.</summary>
    public static Language? Find(string tag) => Known.GetValueOrDefault(tag);

    /// <summary>
    /// Whether people and speakers are looked for in a language, and not its sentences and quotation marks alone. A text that
    /// does not tell its language ("und") is read like the language that most are in.
    /// </summary>
    /// <param name="tag">BCP 47, or "und".</param>
    public static bool ReadsFully(string tag) => tag == LanguageModel.Other || Find(tag) is { IsReadFully: true };

    /// <summary>The words that hold sentences of a language together; none where there is no file of it.</summary>
    public static FrozenSet<string> FunctionWordsOf(string tag) => Find(tag)?.FunctionWords ?? FrozenSet<string>.Empty;

    /// <summary>The words under a heading; none where the file has no such heading.</summary>
    public IEnumerable<string> Words(string heading) =>
        Lines(heading).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines under a heading, for what is said of a word rather than the word alone.</summary>
    public IReadOnlyList<string> Lines(string heading) => _lines.GetValueOrDefault(heading, []);

    /// <summary>The same to look words up in, as they are written there.</summary>
    public FrozenSet<string> Set(string heading) => Words(heading).ToFrozenSet(StringComparer.Ordinal);

    private LetterSet LettersOf(string heading) => new(Words(heading));

    private static FrozenDictionary<string, Language> Load() =>
        TableFile
            .ReadFolder("language.")
            .Select(file => new Language(
                file.Name,
                file.Lines.GroupBy(l => l.Section, l => l.Line, StringComparer.Ordinal)
                    .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal)
            ))
            .ToFrozenDictionary(l => l.Tag, StringComparer.Ordinal);
}
