using Bot.Text.Lexicons;
using Bot.Text.Names;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging.Learned;

/// <summary>Finds the names of several words that the lists know, without building a string.</summary>
internal static class ListedNames
{
    private const int LongestKey = 96;

    /// <returns>For each token 0, or the kind of list with the place in the name.</returns>
    public static byte[] Mark(NameText text)
    {
        var marks = new byte[text.Tokens.Count];
        Span<char> key = stackalloc char[LongestKey];
        foreach (var passage in text.Passages)
        {
            for (var i = passage.First; i + 1 < passage.End; )
            {
                var end = Longest(text, i, passage.End, key, out var kind);
                for (var n = i; n < end; n++)
                    marks[n] = (byte)(
                        1
                        + kind * 4
                        + (
                            n == i ? NameLabel.First
                            : n + 1 == end ? NameLabel.Last
                            : NameLabel.Inner
                        )
                    );
                i = Math.Max(end, i + 1);
            }
        }

        return marks;
    }

    /// <returns>What a name is that begins at a token so marked; null where none of the hand-made lists does.</returns>
    public static EntityType? TypeAt(byte mark) =>
        mark switch
        {
            1 + NameLabel.First => EntityType.Organisation,
            5 + NameLabel.First => EntityType.Place,
            _ => null,
        };

    /// <summary>Whether the name of a token so marked has another behind it.</summary>
    public static bool GoesOn(byte mark) => mark != 0 && (mark - 1) % 4 != NameLabel.Last;

    private static int Longest(NameText text, int first, int limit, Span<char> key, out int kind)
    {
        kind = 0;
        var form = text.Tokens[first].Form;
        if (!text.Tokens[first].IsWord || !form.IsCapital || form.Folded.Length > LongestKey)
            return first;
        var startsKnown = form.Has(WordTraits.StartsKnownName);
        if (!startsKnown && !text.Tokens[first + 1].Form.IsCapital)
            return first;
        limit = Math.Min(limit, first + (startsKnown ? KnownNames.LongestInWords : 3));
        form.Folded.CopyTo(key);
        var (length, end) = (form.Folded.Length, first);
        for (var i = first + 1; i < limit; i++)
        {
            var token = text.Tokens[i];
            if (token.Kind == TokenKind.Mark && !token.Is('&') || !startsKnown && !token.Form.IsCapital)
                break;
            var folded = token.Form.Folded;
            if (length + 1 + folded.Length > key.Length)
                break;
            if (token.Kind != TokenKind.Possessive)
                key[length++] = ' ';
            folded.CopyTo(key[length..]);
            length += folded.Length;
            if (!token.Form.IsCapital || NameLexicon.Instance.Known.KindOf(key[..length]) is not { } known)
                continue;
            kind =
                known.Type == EntityType.Organisation ? 0
                : known.Power >= KnownName.HandMade ? 1
                : 2;
            end = i + 1;
        }

        return end;
    }
}
