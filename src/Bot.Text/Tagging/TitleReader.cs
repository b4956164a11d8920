using Bot.Text.Lexicons;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Tells titles from the names behind them: "Secretary of State | John Kerry".</summary>
internal sealed class TitleReader(NameText text)
{
    private const WordTraits OfficeWords = WordTraits.Title | WordTraits.OfficePart;
    private const int LongestTitle = 8;

    private readonly TokenRow _tokens = text.Tokens;

    /// <returns>The end of the title at a token; the token itself where there is none.</returns>
    public int EndOfTitle(int at, int end)
    {
        var stop = at;
        for (var i = at; i < end && IsOfficeWord(i); i++)
        {
            if (_tokens[i].Form.Has(WordTraits.Title) || i > at && _tokens[i].Form.Folded == "general")
                stop = i + 1;
            // "Secretary of State", "Minister of Foreign Affairs".
            if (i + 2 < end && _tokens[i + 1].Form.Text == "of" && _tokens[i + 2].Form.Has(WordTraits.OfficePart))
            {
                i += 2;
                while (i + 1 < end && _tokens[i + 1].Form.Has(WordTraits.OfficePart))
                    i++;
                stop = i + 1;
            }
        }

        return stop;
    }

    /// <returns>Where the title right before a name begins, not before <paramref name="lowest"/>; the name itself where there is none.</returns>
    public int StartOfTitle(int name, int lowest)
    {
        for (var i = Math.Max(lowest, name - LongestTitle); i < name; i++)
        {
            if (EndOfTitle(i, name) == name)
                return i;
        }

        return name;
    }

    private bool IsOfficeWord(int i) => _tokens[i].Form.IsCapital && _tokens[i].Form.Has(OfficeWords);
}
