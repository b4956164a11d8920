namespace Bot.Text.Tagging.Tokens;

/// <summary>The tokens of a text in order, read in place: every pass looks at them many times.</summary>
internal sealed class TokenRow
{
    private NameToken[] _tokens;

    /// <param name="expected">About how many there will be.</param>
    public TokenRow(int expected) => _tokens = new NameToken[expected];

    public int Count { get; private set; }

    public ref readonly NameToken this[int index] => ref _tokens[index];

    public void Add(in NameToken token)
    {
        if (Count == _tokens.Length)
            Array.Resize(ref _tokens, 2 * Count + 16);
        _tokens[Count++] = token;
    }
}
