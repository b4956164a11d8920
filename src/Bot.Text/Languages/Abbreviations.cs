using Bot.Text.Letters;

namespace Bot.Text.Languages;

/// <summary>What an abbreviation's full stop tells of the word after it.</summary>
internal enum AbbreviationKind
{
    None,

    /// <summary>Stands before a name and never ends a sentence: "Mr.", "Sen.", "St.".</summary>
    Title,

    /// <summary>An abbreviation before a number, else a word that may end a sentence: "No. 1", "p. 55".</summary>
    BeforeNumber,

    /// <summary>"Jan.": ends a sentence only where no day or year follows.</summary>
    Month,

    /// <summary>May stand within a sentence or end it; the next word tells: "Inc.", "etc.", "a.m.".</summary>
    Common,
}

/// <summary>A language's abbreviations, by what follows them.</summary>
internal sealed class Abbreviations
{
    private const int LongestLength = 8;

    private readonly LetterTable<AbbreviationKind> _kinds;
    private readonly LetterSet _dottedHeads;

    public Abbreviations(Language language)
    {
        var kinds = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        Add(AbbreviationKind.Title, "titles");
        Add(AbbreviationKind.BeforeNumber, "before numbers");
        Add(AbbreviationKind.Month, "months");
        Add(AbbreviationKind.Common, "abbreviations");
        _kinds = new LetterTable<AbbreviationKind>(kinds);
        _dottedHeads = new LetterSet(language.Words("dotted heads"));

        // A word under two headings would be one of them by chance: the file is wrong then.
        void Add(AbbreviationKind kind, string heading)
        {
            foreach (var word in language.Words(heading))
            {
                if (!kinds.TryAdd(word, kind))
                    throw new InvalidOperationException(
                        $"{language.Tag}.txt has “{word}” under “{heading}” and under another heading of abbreviations."
                    );
            }
        }
    }

    /// <param name="word">Without its full stop. A capitalised entry counts in capitals too, one in small letters in any case.</param>
    public AbbreviationKind KindOf(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || word.Length > LongestLength)
            return AbbreviationKind.None;
        if (_kinds.TryGetValue(word, out var kind))
            return kind;
        if (!char.IsUpper(word[0]))
            return AbbreviationKind.None;
        Span<char> folded = stackalloc char[LongestLength];
        folded = folded[..word.ToLowerInvariant(folded)];
        if (_kinds.TryGetValue(folded, out kind))
            return kind;
        folded[0] = word[0];
        return _kinds.TryGetValue(folded, out kind) ? kind : AbbreviationKind.None;
    }

    /// <summary>Whether a word is the first part of a dotted abbreviation whose parts are longer than a letter: "Ph.D.", "EE.UU.".</summary>
    public bool IsDottedHead(ReadOnlySpan<char> word) => _dottedHeads.Contains(word);
}
