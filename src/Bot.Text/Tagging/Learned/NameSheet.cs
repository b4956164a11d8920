using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>A text prepared for the tagger: the hashes of its word forms, and what the whole text tells of each.</summary>
internal sealed class NameSheet
{
    /// <summary>Other places of a word that are looked at, and one for the token itself.</summary>
    private const int MostPlaces = 5;

    private readonly WordHash[] _forms;
    private readonly int[] _formAt;
    private readonly int[] _places;
    private readonly int[] _placeCounts;

    public NameSheet(NameText text)
    {
        Text = text;
        var tokens = text.Tokens;
        _forms = new WordHash[text.Forms.Count];
        for (var f = 0; f < _forms.Length; f++)
            _forms[f] = text.Forms[f].Spelling.Hash;
        _formAt = new int[tokens.Count];
        for (var i = 0; i < _formAt.Length; i++)
            _formAt[i] = tokens[i].Form.Index;
        Listed = ListedNames.Mark(text);
        _places = new int[_forms.Length * MostPlaces];
        _placeCounts = new int[_forms.Length];
        foreach (var passage in text.Passages)
        {
            for (var i = passage.First; i < passage.End; i++)
            {
                var form = tokens[i].Form;
                if (!form.IsCapital || !passage.HasPlainCase || i == passage.First)
                    continue;
                ref var count = ref _placeCounts[form.Index];
                if (count < MostPlaces)
                    _places[form.Index * MostPlaces + count++] = i;
            }
        }
    }

    public NameText Text { get; }

    /// <summary>For each token the kind of list name that it is a part of, with its place in it; 0 for none.</summary>
    public byte[] Listed { get; }

    /// <summary>The number of a token's form.</summary>
    public int FormAt(int token) => _formAt[token];

    public ref readonly WordHash this[int token] => ref _forms[_formAt[token]];

    public ref readonly WordHash OfForm(int form) => ref _forms[form];

    /// <summary>The word at a token, or the edge where the passage has none there.</summary>
    public ref readonly WordHash At(in Passage passage, int token)
    {
        if (token >= passage.First && token < passage.End)
            return ref this[token];
        return ref WordHash.Edge;
    }

    /// <summary>The first places in mid-sentence where a token's word stands.</summary>
    public ReadOnlySpan<int> PlacesOf(int token)
    {
        var form = _formAt[token];
        return _places.AsSpan(form * MostPlaces, _placeCounts[form]);
    }
}
