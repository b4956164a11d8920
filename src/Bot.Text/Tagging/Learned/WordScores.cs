using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>The scores that the words of one text give to themselves and to the tokens around them.</summary>
internal sealed class WordScores
{
    private readonly NameSheet _sheet;
    private readonly WordRows[] _rows;
    private readonly LabelScores[] _own;

    public WordScores(NameSheet sheet, WordRows edge, WeightIndex weights)
    {
        _sheet = sheet;
        var forms = sheet.Text.Forms;
        _rows = new WordRows[forms.Count + 1];
        _own = new LabelScores[forms.Count];
        _rows[^1] = edge;
        Span<uint> keys = stackalloc uint[WordFeatures.MostOfText];
        for (var f = 0; f < _own.Length; f++)
        {
            _rows[f] = WordRows.Of(forms[f].Spelling, weights);
            var count = WordFeatures.WriteOfText(forms[f], sheet.OfForm(f), keys);
            _own[f] = weights.Sum(keys[..count], _rows[f].Own);
        }
    }

    public LabelScores Of(in Passage passage, int i)
    {
        var sum = _own[_sheet.FormAt(i)];
        sum += At(passage, i - 1).At(0);
        sum += At(passage, i - 2).At(1);
        sum += At(passage, i + 1).At(2);
        sum += At(passage, i + 2).At(3);
        for (var far = 3; far <= 4; far++)
        {
            if (i - far >= passage.First)
                sum += _rows[_sheet.FormAt(i - far)].At(4);
            if (i + far < passage.End)
                sum += _rows[_sheet.FormAt(i + far)].At(5);
        }

        return sum;
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
        for (var far = 3; far <= 4; far++)
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
}
