using System.Text;
using Bot.Text.Names;

namespace Bot.Text.Training.Names;

/// <summary>Puts a text that was cut into tokens together as its writer spaced it, and keeps count of where the names fall.</summary>
internal sealed class MarkedTextBuilder(string id)
{
    private const int LongestHeadline = 12;
    private const int ShortestHeadline = 5;

    private readonly StringBuilder _text = new();
    private readonly List<MarkedName> _names = [];

    /// <summary>Some writers and some corpora set blanks around a hyphen: half of the texts learn either.</summary>
    private readonly bool _joinsHyphens = id.Sum(c => c) % 2 == 0;

    public string Id => id;

    /// <summary>The corpora have few headlines: one text in three gets its first words again as one, every word with a capital.</summary>
    public void AddHeadline(IReadOnlyList<string> tokens, IReadOnlyList<string> tags)
    {
        var count = Math.Min(tokens.Count, LongestHeadline);
        while (count > 0 && (tokens[count - 1] == "." || count < tags.Count && tags[count][0] == 'I'))
            count--;
        if (count < ShortestHeadline || id.Sum(c => c) % 3 != 0)
            return;
        AddLine([.. tokens.Take(count).Select((t, i) => i > 0 && IsSmall(t) ? t : Capitalised(t))], tags);
    }

    public void AddLine(IReadOnlyList<string> tokens, IReadOnlyList<string> tags)
    {
        if (_text.Length > 0)
            _text.Append("\n\n");
        var (isQuoted, isGlued) = (false, true);
        var (start, type) = (0, (EntityType?)null);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            var goesOn = type is not null && tags[i] == "I-" + tags[i - 1][2..];
            if (!goesOn && type is { } closed)
            {
                _names.Add(new MarkedName(start, _text.Length, closed));
                type = null;
            }

            var isOpening =
                token is "(" or "[" or "$" or "£" or "€" or "“" or "‘" or "``" || token == "\"" && !isQuoted;
            var hyphen = _joinsHyphens && IsInnerHyphen(tokens, tags, i);
            if (!isGlued && !hyphen && !LeansLeft(token, isQuoted))
                _text.Append(' ');
            isGlued = isOpening || hyphen;
            if (token == "\"")
                isQuoted = !isQuoted;
            if (!goesOn && tags[i].Length > 2)
            {
                type = MarkedText.TypeOf(tags[i][2..]);
                start = _text.Length;
            }

            _text.Append(token);
        }

        if (type is { } last)
            _names.Add(new MarkedName(start, _text.Length, last));
    }

    public MarkedText ToText() => new(id, _text.ToString(), [.. _names]);

    private static bool IsSmall(string token) =>
        token
            is "a"
                or "an"
                or "the"
                or "of"
                or "in"
                or "on"
                or "at"
                or "to"
                or "by"
                or "for"
                or "and"
                or "or"
                or "with";

    private static string Capitalised(string token) => char.ToUpperInvariant(token[0]) + token[1..];

    private static bool LeansLeft(string token, bool isQuoted) =>
        token
            is "."
                or ","
                or ":"
                or ";"
                or "?"
                or "!"
                or ")"
                or "]"
                or "%"
                or "'s"
                or "’s"
                or "'"
                or "’"
                or "n't"
                or "”"
        || token == "\"" && isQuoted
        || token.Length is 2 or 3 && token[0] is '\'' or '’' && char.IsLower(token[1]);

    /// <summary>A hyphen between two words of one name, or between two words of none.</summary>
    private static bool IsInnerHyphen(IReadOnlyList<string> tokens, IReadOnlyList<string> tags, int i) =>
        i > 0
        && i + 1 < tokens.Count
        && tokens[i] == "-"
        && char.IsLetterOrDigit(tokens[i - 1][^1])
        && char.IsLetterOrDigit(tokens[i + 1][0])
        && (tags[i][0] == 'I' && tags[i + 1][0] == 'I' || tags[i - 1] == "O" && tags[i] == "O" && tags[i + 1] == "O");
}
