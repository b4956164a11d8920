using System.Text;
using Bot.Text.Lexicons;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Looks up stretches of a text's tokens in the known names.</summary>
internal sealed class NameKeys(NameText text)
{
    private readonly TokenRow _tokens = text.Tokens;
    private readonly StringBuilder _key = new();

    /// <summary>The tokens' folded words, joined as they stand: "people's party", "at&amp;t".</summary>
    public string KeyOf(int first, int end)
    {
        if (end - first == 1)
            return _tokens[first].Form.Key;
        _key.Clear();
        for (var i = first; i < end; i++)
        {
            if (i > first && _tokens[i].Kind != TokenKind.Possessive)
                _key.Append(' ');
            _key.Append(_tokens[i].Form.Folded);
        }

        return _key.ToString();
    }

    public KnownName? Find(int first, int end) =>
        end - first <= KnownNames.LongestInWords ? NameLexicon.Instance.Known.Find(KeyOf(first, end)) : null;

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
}
