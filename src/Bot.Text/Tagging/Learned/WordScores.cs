using System.Runtime.Intrinsics;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>The scores that word forms give to themselves and to the tokens around them, each added up once a text.</summary>
internal sealed class WordScores(NameSheet sheet, WeightTable weights)
{
    private const int Columns = 1 + WordFeatures.Places;

    private static readonly int[] Offsets = [-1, -2, 1, 2];

    private readonly Vector256<short>[] _scores = new Vector256<short>[(sheet.Text.Forms.Count + 1) * Columns];
    private readonly bool[] _known = new bool[(sheet.Text.Forms.Count + 1) * Columns];

    public Vector256<short> Of(in Passage passage, int i)
    {
        var sum = Cell(passage, i, 0);
        for (var place = 0; place < 4; place++)
            sum = Vector256.AddSaturate(sum, Cell(passage, i + Offsets[place], 1 + place));
        for (var far = 3; far <= 4; far++)
        {
            if (i - far >= passage.First)
                sum = Vector256.AddSaturate(sum, Cell(passage, i - far, 5));
            if (i + far < passage.End)
                sum = Vector256.AddSaturate(sum, Cell(passage, i + far, 6));
        }

        return sum;
    }

    /// <summary>The keys that <see cref="Of"/> adds up, one by one, for learning.</summary>
    public static int WriteKeys(NameSheet sheet, in Passage passage, int i, Span<uint> keys)
    {
        var n = WordFeatures.WriteOwn(sheet.Text.Tokens[i].Form, sheet[i], keys);
        for (var place = 0; place < 4; place++)
            n += WordFeatures.WriteBeside(sheet.At(passage, i + Offsets[place]), place, keys[n..]);
        for (var far = 3; far <= 4; far++)
        {
            if (i - far >= passage.First)
                n += WordFeatures.WriteBeside(sheet[i - far], 4, keys[n..]);
            if (i + far < passage.End)
                n += WordFeatures.WriteBeside(sheet[i + far], 5, keys[n..]);
        }

        return n;
    }

    private Vector256<short> Cell(in Passage passage, int token, int column)
    {
        var isInside = token >= passage.First && token < passage.End;
        var form = isInside ? sheet.Text.Tokens[token].Form.Index : sheet.Text.Forms.Count;
        var cell = form * Columns + column;
        if (_known[cell])
            return _scores[cell];
        Span<uint> keys = stackalloc uint[WordFeatures.Most];
        ref readonly var word = ref isInside ? ref sheet.OfForm(form) : ref WordHash.Edge;
        var n =
            column == 0
                ? WordFeatures.WriteOwn(sheet.Text.Forms[form], word, keys)
                : WordFeatures.WriteBeside(word, column - 1, keys);
        _known[cell] = true;
        return _scores[cell] = weights.Sum(keys[..n], default);
    }
}
