namespace Bot.Text.Cues;

/// <summary>Each item's word as a number, the same for every way of writing it large or small.</summary>
internal sealed class WordForms
{
    public const int None = 1;
    public const int Quote = 2;
    private const int Number = 3;

    private readonly ItemStream _stream;

    /// <summary>0 where nobody has asked yet: most words of an article stand far from its quotations.</summary>
    private readonly int[] _forms;

    public WordForms(ItemStream stream)
    {
        _stream = stream;
        _forms = new int[stream.Count];
    }

    public int this[int item] => _forms[item] is var form and not 0 ? form : _forms[item] = Read(item);

    /// <returns><see cref="None"/> outside the sentence.</returns>
    public int In(ItemSentence sentence, int item) =>
        item >= sentence.First && item <= sentence.Last ? this[item] : None;

    private int Read(int item) =>
        _stream[item].Kind switch
        {
            ItemKind.Quote => Quote,
            ItemKind.Number => Number,
            _ => Of(_stream.Word(item)),
        };

    public static int Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ (c == '’' ? '\'' : char.ToLowerInvariant(c))) * 16777619;
        return (int)hash;
    }
}
