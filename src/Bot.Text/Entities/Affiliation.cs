using Bot.Text.Lexicons;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Reads the party and the state that American news ties politicians to.</summary>
internal static class Affiliation
{
    /// <summary>"D-Mass.", "R-S.C.", "I-Vt.": an initial of a party and a state, behind a name.</summary>
    public static bool TryReadShort(string word, out string party, out string? state)
    {
        (party, state) = ("", null);
        if (word.Length < 3 || word[1] is not ('-' or '‑' or '–'))
            return false;
        party = word[0] switch
        {
            'D' => "democratic",
            'R' => "republican",
            'I' => "independent",
            _ => "",
        };
        state = NameLexicon.Instance.States.Find(word[2..]);
        return party.Length > 0 && char.IsUpper(word[2]);
    }

    /// <returns>The party that a word of a role or description names, null where it names none.</returns>
    public static string? PartyOf(WordForm form) =>
        form.Text switch
        {
            "Democrat" or "Democratic" or "democrat" => "democratic",
            "Republican" or "GOP" => "republican",
            "Labour" or "Labor" => "labour",
            "Conservative" or "Tory" => "conservative",
            _ => null,
        };

    /// <returns>The first party that a stretch of tokens names.</returns>
    public static string? PartyIn(NameText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (PartyOf(text.Tokens[i].Form) is { } party)
                return party;
        }

        return null;
    }

    /// <returns>The state whose name begins at a token, with how many tokens it has; null where none does.</returns>
    public static (string State, int Length)? StateAt(NameText text, int i, int end)
    {
        if (!text.Tokens[i].Form.IsCapital)
            return null;
        var states = NameLexicon.Instance.States;
        if (i + 1 < end && states.Find($"{text.Tokens[i].Form.Text} {text.Tokens[i + 1].Form.Text}") is { } two)
            return (two, 2);
        return states.Find(text.Tokens[i].Form.Text) is { } one ? (one, 1) : null;
    }

    /// <returns>The first state that a stretch of tokens names.</returns>
    public static string? StateIn(NameText text, int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (StateAt(text, i, end) is { } found)
                return found.State;
        }

        return null;
    }
}
