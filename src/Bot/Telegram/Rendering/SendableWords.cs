using System.Text;
using Bot.Core.Chat;

namespace Bot.Telegram.Rendering;

/// <summary>Words as they can be sent: without what would steer a screen, and without half letters, which no encoding has.</summary>
internal static class SendableWords
{
    public static string Of(string words)
    {
        var calm = ControlCharacters.Without(words);
        if (!HasHalfLetter(calm))
            return calm;
        var whole = new StringBuilder(calm.Length);
        foreach (var rune in calm.EnumerateRunes())
            whole.Append(rune.ToString());
        return whole.ToString();
    }

    private static bool HasHalfLetter(string words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsSurrogate(words[i]))
                continue;
            if (i + 1 == words.Length || !char.IsSurrogatePair(words[i], words[i + 1]))
                return true;
            i++;
        }

        return false;
    }
}
