using Bot.Text.Tagging.Learned;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Reads the letters behind a name that stand for its words: "Competition and Markets Authority (CMA)".</summary>
internal static class ShortForms
{
    private const int Longest = 7;

    /// <returns>Where the name begins by its letters, where that is farther before than was known; else null.</returns>
    public static int? StartOf(TokenRow tokens, TaggedName name, in Passage passage)
    {
        if (name.End + 2 >= passage.End || !tokens[name.End].Is('(') || !tokens[name.End + 2].Is(')'))
            return null;
        var letters = tokens[name.End + 1].Form;
        if (!letters.IsAcronym || letters.Text.Length > Longest)
            return null;
        var left = letters.Text.Length;
        for (var i = name.End - 1; i >= passage.First; i--)
        {
            var word = tokens[i].Form;
            if (!word.IsCapital && word.Text is "and" or "of" or "for" or "the" or "on" or "in")
                continue;
            if (!word.IsCapital || word.Text[0] != letters.Text[--left])
                return null;
            if (left == 0)
                return i < name.First ? i : null;
        }

        return null;
    }
}
