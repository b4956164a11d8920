using System.Buffers;
using System.Runtime.Intrinsics;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>The scores that the words of one text give to themselves and to the tokens around them.</summary>
internal sealed class WordScores : IDisposable
{
    private readonly NameSheet _sheet;
    private readonly WordRows[] _rows;
    private readonly LabelScores[] _own;

    /// <summary>Tokens beyond which a word gives nothing.</summary>
    private const int Farthest = 4;

    /// <param name="stretches">Those whose tokens will be asked for: most words stand far from every capital.</param>
    public WordScores(NameSheet sheet, List<TokenStretch> stretches, WordRows edge, WeightIndex weights)
    {
        _sheet = sheet;
        var forms = sheet.Text.Forms;
        _rows = new WordRows[forms.Count + 1];
        // Longer than asked for, and with what others left: all that is read was written before.
        _own = ArrayPool<LabelScores>.Shared.Rent(forms.Count);
        _rows[^1] = edge;
        Span<uint> keys = stackalloc uint[WordFeatures.MostOfText];
        var asked = AskedIn(sheet, stretches);
        for (var f = 0; f < forms.Count; f++)
        {
            if (asked[f] == Asked.Not)
                continue;
            _rows[f] = WordRows.Of(forms[f].Spelling, weights);
            if (asked[f] == Asked.ByOthers)
                continue;
            var count = WordFeatures.WriteOfText(forms[f], sheet.OfForm(f), keys);
            _own[f] = weights.Sum(keys[..count], _rows[f].Own);
        }
    }

    public void Dispose() => ArrayPool<LabelScores>.Shared.Return(_own);

    public LabelScores Of(in Passage passage, int i)
    {
        var sum = _own[_sheet.FormAt(i)].Both;
        sum = Vector512.AddSaturate(sum, At(passage, i - 1).At(0).Both);
        sum = Vector512.AddSaturate(sum, At(passage, i - 2).At(1).Both);
        sum = Vector512.AddSaturate(sum, At(passage, i + 1).At(2).Both);
        sum = Vector512.AddSaturate(sum, At(passage, i + 2).At(3).Both);
        for (var far = 3; far <= Farthest; far++)
        {
            if (i - far >= passage.First)
                sum = Vector512.AddSaturate(sum, _rows[_sheet.FormAt(i - far)].At(4).Both);
            if (i + far < passage.End)
                sum = Vector512.AddSaturate(sum, _rows[_sheet.FormAt(i + far)].At(5).Both);
        }

        return new LabelScores(sum);
    }

    private static Asked[] AskedIn(NameSheet sheet, List<TokenStretch> stretches)
    {
        var asked = new Asked[sheet.Text.Forms.Count];
        foreach (var (index, first, end) in stretches)
        {
            var passage = sheet.Text.Passages[index];
            for (var i = Math.Max(passage.First, first - Farthest); i < first; i++)
                asked[sheet.FormAt(i)] |= Asked.ByOthers;
            for (var i = first; i < end; i++)
                asked[sheet.FormAt(i)] |= Asked.ByItself;
            for (var i = end; i < passage.End && i < end + Farthest; i++)
                asked[sheet.FormAt(i)] |= Asked.ByOthers;
        }

        return asked;
    }

    /// <summary>The keys that <see cref="Of"/> adds up, one by one, for learning.</summary>
    public static int WriteKeys(NameSheet sheet, in Passage passage, int i, Span<uint> keys)
    {
        var form = sheet.Text.Tokens[i].Form;
        var n = WordFeatures.WriteOwn(form.Folded, sheet[i], keys);
        n += WordFeatures.WriteOfText(form, sheet[i], keys[n..]);
        n += WordFeatures.WriteBeside(sheet.At(passage, i - 1), 0, keys[n..]);
        n += WordFeatures.WriteBeside(sheet.At(passage, i - 2), 1, keys[n..]);
        n += WordFeatures.WriteBeside(sheet.At(passage, i + 1), 2, keys[n..]);
        n += WordFeatures.WriteBeside(sheet.At(passage, i + 2), 3, keys[n..]);
        for (var far = 3; far <= Farthest; far++)
        {
            if (i - far >= passage.First)
                n += WordFeatures.WriteBeside(sheet[i - far], 4, keys[n..]);
            if (i + far < passage.End)
                n += WordFeatures.WriteBeside(sheet[i + far], 5, keys[n..]);
        }

        return n;
    }

    private WordRows At(in Passage passage, int token) =>
        token >= passage.First && token < passage.End ? _rows[_sheet.FormAt(token)] : _rows[^1];

    [Flags]
    private enum Asked : byte
    {
        Not = 0,
        ByOthers = 1,
        ByItself = 2,
    }
}
