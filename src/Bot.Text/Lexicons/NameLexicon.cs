using System.Collections.Frozen;
using System.Globalization;
using Bot.Text.Languages;
using Bot.Text.Letters;
using Bot.Text.Spans;

namespace Bot.Text.Lexicons;

/// <summary>All that is known of words and names before a text is read; loaded once, when the first text is.</summary>
internal sealed class NameLexicon
{
    private static readonly Lazy<NameLexicon> Loaded = new(() => new NameLexicon());

    private readonly FrozenDictionary<string, WordTraits> _table = WordTable.Load();
    private readonly PackedList _common = PackedList.Load("common-words.txt.br");
    private readonly PackedList _given = PackedList.Load("given-names.txt.br");
    private readonly FrozenSet<string> _demonyms;

    private readonly LetterSet _dotted;

    private NameLexicon()
    {
        Known = KnownNames.Load(PackedList.Load("places.txt.br"));
        _dotted = new LetterSet(
            _table
                .Keys.Concat(Known.FirstWords)
                .Concat(Language.House.Words("police ranks").Select(w => Folding.Fold(w)))
                .Where(w => w[^1] == '.')
        );
        _demonyms = TableFile
            .Read("countries.txt")
            .SelectMany(l => l.Line.Split('|')[1].Split(','))
            .Select(d => Folding.Fold(d.Trim()))
            .Where(d => d.Length > 0)
            .ToFrozenSet(StringComparer.Ordinal);
        Nicknames = NicknameTable.Load();
        States = StateTable.Load();
    }

    public static NameLexicon Instance => Loaded.Value;

    public KnownNames Known { get; }

    public NicknameTable Nicknames { get; }

    public StateTable States { get; }

    public bool IsDemonym(string folded) => _demonyms.Contains(folded);

    /// <summary>Whether a word of the tables is written with a full stop: "Mr.", "Inc.", "Fla.".</summary>
    public bool TakesDot(ReadOnlySpan<char> word)
    {
        Span<char> dotted = stackalloc char[word.Length + 1];
        word.ToLowerInvariant(dotted);
        dotted[^1] = '.';
        return _dotted.Contains(dotted);
    }

    public WordTraits TraitsOf(string word, string folded)
    {
        var traits = _table.GetValueOrDefault(folded);
        if (TryFindCommon(folded, out var noun))
        {
            traits |= WordTraits.Common;
            if (noun.Contains('p'))
                traits |= WordTraits.PersonNoun;
            if (noun.Contains('g'))
                traits |= WordTraits.GroupNoun;
            if (noun.Contains('v'))
                traits |= WordTraits.Verb;
            if (noun.Contains('a'))
                traits |= WordTraits.Adjective;
            if (noun.Contains('n') || noun.Contains('p') || noun.Contains('g'))
                traits |= WordTraits.Noun;
        }
        else if (IsScholar(folded))
        {
            traits |= WordTraits.Common | WordTraits.PersonNoun | WordTraits.Noun;
        }

        if (IsPlural(folded))
            traits |= WordTraits.Plural;
        if (!char.IsUpper(word[0]))
            return traits;
        if (_given.Contains(folded))
            traits |= WordTraits.GivenName;
        if (_demonyms.Contains(folded))
            traits |= WordTraits.Demonym;
        if (Known.FirstWords.Contains(folded))
            traits |= WordTraits.StartsKnownName;
        return traits;
    }

    /// <returns>The share of women among those who bear a given name, in percent; null where it is none.</returns>
    public int? ShareOfWomen(string folded) =>
        _given.TryFind(folded, out var value)
            ? int.Parse(value[..value.IndexOf(' ')], CultureInfo.InvariantCulture)
            : null;

    /// <returns>How many bear a given name, as a power of ten; 0 where it is none.</returns>
    public int PowerOfGivenName(string folded) => _given.TryFind(folded, out var value) ? value[^1] - '0' : 0;

    /// <summary>"ecotoxicologist", "hydrographer": whoever knows a field, however new.</summary>
    private static bool IsScholar(string folded) =>
        folded.Length > 8
        && (
            folded.EndsWith("ologist", StringComparison.Ordinal)
            || folded.EndsWith("ographer", StringComparison.Ordinal)
            || folded.EndsWith("onomist", StringComparison.Ordinal)
            || folded.EndsWith("iatrist", StringComparison.Ordinal)
            || folded.EndsWith("iatrician", StringComparison.Ordinal)
        );

    private bool IsPlural(string folded) =>
        folded is "men" or "women" or "people" or "children"
        || folded.Length > 3
            && folded[^1] == 's'
            && folded[^2] != 's'
            && !_common.Contains(folded)
            && TryFindCommon(folded, out _)
        || folded.EndsWith("women", StringComparison.Ordinal)
        || folded.EndsWith("smen", StringComparison.Ordinal);

    /// <summary>WordNet has the first form of a word alone: endings come off here.</summary>
    private bool TryFindCommon(string folded, out ReadOnlySpan<char> value)
    {
        if (_common.TryFind(folded, out value))
            return true;
        var word = folded.AsSpan();
        if (word.Length < 4)
            return false;
        if (word[^1] == 's')
        {
            if (_common.TryFind(word[..^1], out value))
                return true;
            if (word.EndsWith("ies"))
                return _common.TryFind(string.Concat(word[..^3], "y"), out value);
            return word.EndsWith("es") && _common.TryFind(word[..^2], out value);
        }

        if (word.EndsWith("ed"))
            return _common.TryFind(word[..^1], out value)
                || _common.TryFind(word[..^2], out value)
                || Undoubled(word[..^2], out value);
        if (word.EndsWith("ing") && word.Length > 5)
            return _common.TryFind(word[..^3], out value)
                || _common.TryFind(string.Concat(word[..^3], "e"), out value)
                || Undoubled(word[..^3], out value);
        value = [];
        return false;
    }

    private bool Undoubled(ReadOnlySpan<char> stem, out ReadOnlySpan<char> value)
    {
        value = [];
        return stem.Length > 3 && stem[^1] == stem[^2] && _common.TryFind(stem[..^1], out value);
    }
}
