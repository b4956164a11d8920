using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>The features of one token that its neighbours, its passage and the whole text give.</summary>
internal static class TokenFeatures
{
    public const int Most = 40;

    /// <summary>Farther capitals tell nothing, and looking for them must not take quadratic time.</summary>
    private const int FarthestCapital = 12;

    /// <returns>How many keys were written.</returns>
    public static int Write(NameSheet sheet, in Passage passage, int i, Span<uint> keys)
    {
        ref readonly var own = ref sheet[i];
        ref readonly var before = ref sheet.At(passage, i - 1);
        ref readonly var behind = ref sheet.At(passage, i + 1);
        var n = 0;
        keys[n++] = FeatureKey.For(Feature.PairBefore, before.Folded, own.Folded);
        keys[n++] = FeatureKey.For(Feature.PairBehind, own.Folded, behind.Folded);
        keys[n++] = FeatureKey.For(Feature.ShapeWithBefore, own.Shape, before.Folded);
        keys[n++] = FeatureKey.For(Feature.ShapeWithBehind, own.Shape, behind.Folded);
        keys[n++] = FeatureKey.For(Feature.TraitsBefore, before.Traits, own.Traits);
        keys[n++] = FeatureKey.For(Feature.TraitsBehind, own.Traits, behind.Traits);
        if (sheet.Listed[i] is var listed and not 0)
        {
            keys[n++] = FeatureKey.For(Feature.Listed, listed);
            keys[n++] = FeatureKey.For(Feature.ListedWithShape, listed, own.Shape);
        }

        if (i == passage.First)
        {
            keys[n++] = FeatureKey.For(Feature.Opening, 0);
            keys[n++] = FeatureKey.For(Feature.OpeningWithShape, own.Shape, own.Traits);
            keys[n++] = FeatureKey.For(
                Feature.OpeningWithCases,
                own.Shape,
                WordFeatures.CasesOf(sheet.Text.Tokens[i].Form)
            );
        }

        if (!passage.HasPlainCase)
        {
            keys[n++] = FeatureKey.For(Feature.Loud, own.Shape);
            keys[n++] = FeatureKey.For(Feature.LoudWithTraits, own.Traits);
        }

        return own.IsCapital ? WriteFar(sheet, passage, i, keys, n) : n;
    }

    private static int WriteFar(NameSheet sheet, in Passage passage, int i, Span<uint> keys, int n)
    {
        for (var k = i - 1; k >= passage.First && i - k < FarthestCapital; k--)
        {
            if (!sheet[k].IsCapital)
                continue;
            keys[n++] = FeatureKey.For(Feature.CapitalBefore, sheet[k].Folded);
            break;
        }

        for (var k = i + 1; k < passage.End && k - i < FarthestCapital; k++)
        {
            if (!sheet[k].IsCapital)
                continue;
            keys[n++] = FeatureKey.For(Feature.CapitalBehind, sheet[k].Folded);
            break;
        }

        var others = 0;
        foreach (var place in sheet.PlacesOf(i))
        {
            if (place == i || others++ == 4)
                continue;
            // A place in mid-sentence has a token before it; behind it may begin the next passage, which does no harm.
            keys[n++] = FeatureKey.For(Feature.ElsewhereBefore, sheet[place - 1].Folded);
            var next = place + 1 < sheet.Text.Tokens.Count ? sheet[place + 1] : WordHash.Edge;
            keys[n++] = FeatureKey.For(Feature.ElsewhereBehind, next.Folded);
        }

        return n;
    }
}
