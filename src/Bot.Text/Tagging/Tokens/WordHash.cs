using Bot.Text.Letters;
using Bot.Text.Lexicons;
using Bot.Text.Names;

namespace Bot.Text.Tagging.Tokens;

/// <summary>A spelling as numbers: its letters, its shape, and all that the lists know of it.</summary>
internal readonly record struct WordHash(
    ulong Word,
    ulong Folded,
    ulong Suffix,
    ulong LongShape,
    ulong Shape,
    ulong Traits,
    bool IsCapital
)
{
    private const int PlaceBit = 40;

    /// <summary>What stands before the first and behind the last word of a passage.</summary>
    public static readonly WordHash Edge = new(1, 1, 1, 1, 1, 1UL << 50, IsCapital: false);

    public static WordHash Of(Spelling form)
    {
        var folded = form.Folded.AsSpan();
        var (longShape, shape) = ShapesOf(form.Text);
        return new WordHash(
            LetterHash.Of(form.Text),
            LetterHash.Of(folded),
            LetterHash.Of(folded[Math.Max(0, folded.Length - 3)..]),
            longShape,
            shape,
            TraitsOf(form),
            form.IsCapital
        );
    }

    private static ulong TraitsOf(Spelling form)
    {
        var traits = (ulong)form.Traits;
        if (!form.IsCapital)
            return traits;
        if (form.IsAcronym)
            traits |= 1UL << 38;
        if (form.IsInitial)
            traits |= 1UL << 39;
        if (form.Has(WordTraits.GivenName) && NameLexicon.Instance.PowerOfGivenName(form.Folded) >= 5)
            traits |= 1UL << 37;
        if (NameLexicon.Instance.Known.KindOf(form.Key) is { } known)
            traits |= 1UL << PlaceBit + (known.Type == EntityType.Organisation ? 0 : Math.Clamp(known.Power, 4, 9) - 3);
        return traits;
    }

    /// <summary>"Xxxxx" in full, and "Xx" with each run once; "Nyong'o" has the shape of any other name.</summary>
    private static (ulong Long, ulong Short) ShapesOf(string word)
    {
        Span<char> shape = stackalloc char[Math.Min(word.Length, 24)];
        Span<char> runs = stackalloc char[shape.Length];
        var count = 0;
        for (var i = 0; i < shape.Length; i++)
        {
            var c = word[i];
            shape[i] =
                char.IsUpper(c) ? 'X'
                : char.IsLetter(c) ? 'x'
                : char.IsDigit(c) ? '0'
                : IsInName(word, i) ? 'x'
                : c == '’' ? '\''
                : c;
            if (count == 0 || runs[count - 1] != shape[i])
                runs[count++] = shape[i];
        }

        return (LetterHash.Of(shape), LetterHash.Of(runs[..count]));
    }

    /// <summary>Whether an apostrophe stands between a name's small letters, and neither in "Don't" nor in "O'Brien".</summary>
    private static bool IsInName(string word, int i) =>
        word[i] is '\'' or '’'
        && i > 1
        && i + 1 < word.Length
        && char.IsUpper(word[0])
        && char.IsLower(word[i - 1])
        && char.IsLower(word[i + 1])
        && word.AsSpan(i + 1) is not ("s" or "t" or "d" or "m" or "re" or "ve" or "ll" or "em");
}
