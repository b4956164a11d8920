using System.Buffers;
using System.Text;

namespace Bot.Core.Chat;

/// <summary>Takes out of a text what would steer a terminal or turn a line around, and nothing that is read.</summary>
public static class ControlCharacters
{
    /// <summary>C0 but the line feed, delete, C1, and the marks that embed, override or isolate a direction of writing.</summary>
    private static readonly SearchValues<char> Steering = SearchValues.Create(
        string.Concat(
            Enumerable
                .Range(0, 0x20)
                .Where(c => c != '\n')
                .Concat(Enumerable.Range(0x7f, 0x21))
                .Concat(Enumerable.Range(0x202a, 5))
                .Concat(Enumerable.Range(0x2066, 4))
                .Append(0x2028)
                .Append(0x2029)
                .Select(c => (char)c)
        )
    );

    public static string Without(string text)
    {
        if (text.AsSpan().IndexOfAny(Steering) < 0)
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\e' && i + 1 < text.Length && text[i + 1] is '[' or ']')
                i = EndOfSequence(text, i + 2);
            else if (!Steering.Contains(text[i]))
                clean.Append(text[i]);
            else if (char.IsWhiteSpace(text[i]))
                clean.Append(' ');
        }

        return clean.ToString();
    }

    /// <summary>ECMA-48, 5.4: parameters and intermediates, then one final byte. A command string goes on to its bell.</summary>
    private static int EndOfSequence(string text, int at)
    {
        var isCommandString = text[at - 1] == ']';
        var limit = Math.Min(text.Length, at + 256);
        for (var i = at; i < limit; i++)
        {
            if (isCommandString ? text[i] is '\a' or '\e' : text[i] is >= '@' and <= '~')
                return i;
        }

        return at - 1;
    }
}
