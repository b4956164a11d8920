namespace Bot.Text.Cues;

/// <summary>Each item's word as a number, the same for every way of writing it large or small.</summary>
internal sealed class WordForms
{
    public const int None = 1;
    public const int Quote = 2;
    private const int Number = 3;

    private readonly int[] _forms;

    public WordForms(ItemStream stream)
    {
        _forms = new int[stream.Count];
        for (var i = 0; i < _forms.Length; i++)
            _forms[i] = stream[i].Kind switch
            {
                ItemKind.Quote => Quote,
                ItemKind.Number => Number,
                _ => Of(stream.Word(i)),
            };
    }

    public int this[int item] => _forms[item];

    /// <returns><see cref="None"/> outside the sentence.</returns>
    public int In(ItemSentence sentence, int item) =>
        item >= sentence.First && item <= sentence.Last ? _forms[item] : None;

    public static int Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ (c == '’' ? '\'' : char.ToLowerInvariant(c))) * 16777619;
        return (int)hash;
    }
}
