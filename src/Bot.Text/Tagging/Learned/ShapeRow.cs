using Bot.Text.Letters;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>The shapes of a token, of the two before and of the two behind it.</summary>
internal readonly ref struct ShapeRow(NameSheet sheet, in Passage passage, int i)
{
    public const int Features = 4;

    private readonly ulong _before2 = sheet.At(passage, i - 2).Shape;
    private readonly ulong _before = sheet.At(passage, i - 1).Shape;
    private readonly ulong _own = sheet[i].Shape;
    private readonly ulong _behind = sheet.At(passage, i + 1).Shape;
    private readonly ulong _behind2 = sheet.At(passage, i + 2).Shape;

    /// <summary>All of them as one number.</summary>
    public ulong Key => LetterHash.Mix(FeatureKey.Pair(FeatureKey.Pair(Before, _own), Behind));

    private ulong Before => FeatureKey.Pair(_before2, _before);

    private ulong Behind => FeatureKey.Pair(_behind, _behind2);

    /// <returns>How many keys were written.</returns>
    public int Write(Span<uint> keys)
    {
        keys[0] = FeatureKey.For(Feature.ShapesBefore, _before, _own);
        keys[1] = FeatureKey.For(Feature.ShapesBehind, _own, _behind);
        keys[2] = FeatureKey.For(Feature.ShapesAround, _before, _own, _behind);
        keys[3] = FeatureKey.For(Feature.ShapesFar, Before, _own, Behind);
        return Features;
    }
}
