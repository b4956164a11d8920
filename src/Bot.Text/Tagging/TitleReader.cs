using System.Collections.Frozen;
using Bot.Text.Languages;
using Bot.Text.Lexicons;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Tagging;

/// <summary>Tells titles from the names behind them: "Secretary of State | John Kerry", "Det Ch Insp | Joan Reed".</summary>
internal sealed class TitleReader(NameText text)
{
    private const WordTraits OfficeWords = WordTraits.Title | WordTraits.OfficePart;
    private const int LongestTitle = 8;

    private static readonly FrozenSet<string> PoliceRanks = Language.House.Set("police ranks");

    private readonly TokenRow _tokens = text.Tokens;

    /// <returns>The end of the title at a token; the token itself where there is none.</returns>
    public int EndOfTitle(int at, int end)
    {
        var stop = at;
        for (var i = at; i < end && IsOfficeWord(i); i++)
        {
            if (
                _tokens[i].Form.Has(WordTraits.Title)
                || IsPoliceRank(i)
                || i > at && _tokens[i].Form.Folded == "general"
            )
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

    /// <summary>Whether a stretch of tokens is a rank of the police and nothing else: "DC".</summary>
    public bool IsPoliceRank(int first, int end)
    {
        var i = first;
        while (i < end && IsPoliceRank(i))
            i++;
        return i == end;
    }

    private bool IsOfficeWord(int i) =>
        _tokens[i].Form.IsCapital && _tokens[i].Form.Has(OfficeWords) || IsPoliceRank(i);

    /// <summary>"Con" and "Ch" are ranks only as parts of one: "Det Con", "Ch Supt".</summary>
    private bool IsPoliceRank(int i)
    {
        var word = _tokens[i].Form.Text;
        if (!PoliceRanks.Contains(word))
            return false;
        return word switch
        {
            "Con" or "Con." => i > 0 && _tokens[i - 1].Form.Text is "Det" or "Det.",
            "Ch" or "Ch." => i + 1 < _tokens.Count && PoliceRanks.Contains(_tokens[i + 1].Form.Text),
            _ => true,
        };
    }
}
