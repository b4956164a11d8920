using System.Numerics;
using Bot.Text.Letters;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>The features that a word form has by itself, for its own token and for those around it.</summary>
internal static class WordFeatures
{
    public const int Most = 96;

    public const int MostOfText = 2;

    /// <summary>The places that a word is seen from: 2 before to 2 behind, and the two bags beyond.</summary>
    public const int Places = 6;

    private const int Longest = 5;

    /// <returns>How many keys were written.</returns>
    public static int WriteOwn(ReadOnlySpan<char> folded, in WordHash word, Span<uint> keys)
    {
        var n = 0;
        keys[n++] = FeatureKey.For(Feature.Any, 0);
        keys[n++] = FeatureKey.For(Feature.Word, word.Word);
        keys[n++] = FeatureKey.For(Feature.Folded, word.Folded);
        keys[n++] = FeatureKey.For(Feature.LongShape, word.LongShape);
        keys[n++] = FeatureKey.For(Feature.Shape, word.Shape);
        for (var length = 1; length <= Longest && length < folded.Length; length++)
        {
            keys[n++] = FeatureKey.For(Feature.Prefix, LetterHash.Of(folded[..length]));
            keys[n++] = FeatureKey.For(Feature.Suffix, LetterHash.Of(folded[^length..]));
        }

        if (folded.Contains('-'))
            keys[n++] = FeatureKey.For(Feature.Hyphen, 0);
        if (folded.Contains('.'))
            keys[n++] = FeatureKey.For(Feature.Dot, 0);
        for (var rest = word.Traits; rest != 0; rest &= rest - 1)
            keys[n++] = FeatureKey.For(Feature.Trait, (ulong)BitOperations.TrailingZeroCount(rest));
        keys[n++] = FeatureKey.For(Feature.Traits, word.Traits);
        keys[n++] = FeatureKey.For(Feature.TraitsWithShape, word.Traits, word.Shape);
        return n;
    }

    /// <summary>What the text that it stands in tells of a word.</summary>
    public static int WriteOfText(WordForm form, in WordHash word, Span<uint> keys)
    {
        var cases = CasesOf(form);
        keys[0] = FeatureKey.For(Feature.Cases, cases);
        keys[1] = FeatureKey.For(Feature.CasesWithShape, cases, word.Shape);
        return MostOfText;
    }

    /// <param name="place">0 and 1 for one and two before, 2 and 3 for one and two behind, 4 and 5 for the bags.</param>
    public static int WriteBeside(in WordHash word, int place, Span<uint> keys)
    {
        var n = 0;
        if (place >= 4)
        {
            keys[n++] = FeatureKey.For(Feature.Bag, word.Folded, (ulong)place);
            return n;
        }

        keys[n++] = FeatureKey.For(Feature.Neighbour, word.Folded, (ulong)place);
        if (place is 1 or 3)
            return n;
        keys[n++] = FeatureKey.For(Feature.NeighbourSuffix, word.Suffix, (ulong)place);
        keys[n++] = FeatureKey.For(Feature.NeighbourTraits, word.Traits, (ulong)place);
        keys[n++] = FeatureKey.For(Feature.NeighbourShape, word.Shape, (ulong)place);
        for (var rest = word.Traits; rest != 0; rest &= rest - 1)
            keys[n++] = FeatureKey.For(
                Feature.NeighbourTrait,
                (ulong)BitOperations.TrailingZeroCount(rest),
                (ulong)place
            );
        return n;
    }

    /// <summary>How the text writes the word elsewhere, in coarse steps.</summary>
    public static ulong CasesOf(WordForm form) => Step(form.Cases.LowerCase) * 4 + Step(form.Cases.CapitalInside);

    private static ulong Step(int count) => (ulong)(count > 2 ? 3 : count);
}
