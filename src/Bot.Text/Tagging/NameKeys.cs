using Bot.Text.Lexicons;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Looks up stretches of a text's tokens in the known names.</summary>
internal sealed class NameKeys(NameText text)
{
    private readonly TokenRow _tokens = text.Tokens;
    private char[] _key = new char[64];

    /// <summary>The tokens' folded words, joined as they stand: "people's party", "at&amp;t".</summary>
    public string KeyOf(int first, int end) =>
        end - first == 1 ? _tokens[first].Form.Key : Joined(first, end).ToString();

    public KnownName? Find(int first, int end) =>
        end - first <= KnownNames.LongestInWords ? NameLexicon.Instance.Known.Find(KeyIn(first, end)) : null;

    /// <returns>The country that a stretch of tokens is the name, demonym or capital of.</returns>
    public string? CountryOf(int first, int end) => NameLexicon.Instance.Known.CountryOf(KeyIn(first, end));

    /// <returns>The longest known name that begins at a token, null where none does.</returns>
    public KnownName? FindLongest(int first, int limit, out int end)
    {
        for (end = Math.Min(limit, first + KnownNames.LongestInWords); end > first; end--)
        {
            if (_tokens[end - 1].Kind != TokenKind.Mark && Find(first, end) is { } known)
                return known;
        }

        return null;
    }

    /// <summary>The key without a string of its own, until the next is asked for.</summary>
    private ReadOnlySpan<char> KeyIn(int first, int end) =>
        end - first == 1 ? _tokens[first].Form.Key : Joined(first, end);

    private ReadOnlySpan<char> Joined(int first, int end)
    {
        var length = 0;
        for (var i = first; i < end; i++)
        {
            var word = _tokens[i].Form.Folded;
            if (length + word.Length + 1 > _key.Length)
                Array.Resize(ref _key, 2 * (length + word.Length));
            if (i > first && _tokens[i].Kind != TokenKind.Possessive)
                _key[length++] = ' ';
            word.CopyTo(_key.AsSpan(length));
            length += word.Length;
        }

        return _key.AsSpan(0, length);
    }
}
