using System.Text;

namespace Bot.Core.Chat;

/// <summary>Runs of blanks and line ends as one blank: the only liberty that is taken with an article's words.</summary>
public static class WhiteSpace
{
    public static string Fold(ReadOnlySpan<char> words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var letter in words)
        {
            if (!char.IsWhiteSpace(letter))
                folded.Append(letter);
            else if (folded.Length == 0 || folded[^1] != ' ')
                folded.Append(' ');
        }

        return folded.ToString();
    }
}
