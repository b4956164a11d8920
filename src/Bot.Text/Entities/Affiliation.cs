using Bot.Text.Lexicons;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Reads the party and the state that American news ties politicians to.</summary>
internal static class Affiliation
{
    /// <summary>"D-Mass.", "R-S.C.", "I-Vt.", "D-New York": an initial of a party and a state, behind a name.</summary>
    public static (string Party, string State)? ShortAt(NameText text, int i, int end)
    {
        var word = text.Tokens[i].Form.Text;
        if (word.Length < 3 || word[1] is not ('-' or '‑' or '–'))
            return null;
        var party = word[0] switch
        {
            'D' => "democratic",
            'R' => "republican",
            'I' => "independent",
            _ => null,
        };
        if (party is null)
            return null;
        var states = NameLexicon.Instance.States;
        var state = states.FindShort(word.AsSpan(2));
        if (state is null && i + 1 < end)
            state = states.Find(word.AsSpan(2), text.Tokens[i + 1].Form.Text);
        return state is null ? null : (party, state);
    }

    /// <returns>The party that a word of a role or description names, null where it names none.</returns>
    public static string? PartyAt(NameText text, int i) =>
        text.Tokens[i].Form.Text switch
        {
            "Democratic" when WordAt(text, i + 1) == "Republic" => null,
            "Labour" or "Labor" when IsPartOfOffice(text, i) => null,
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
            if (PartyAt(text, i) is { } party)
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
        var word = text.Tokens[i].Form.Text;
        if (i + 1 < end && states.Find(word, text.Tokens[i + 1].Form.Text) is { } two)
            return (two, 2);
        return states.Find(word) is { } one ? (one, 1) : null;
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

    /// <summary>"Secretary of Labor", "Labor Secretary": work, and no party.</summary>
    private static bool IsPartOfOffice(NameText text, int i) =>
        WordAt(text, i + 1) is "Secretary" or "Department"
        || WordAt(text, i - 1) == "of"
            && WordAt(text, i - 2)
                is "Secretary"
                    or "secretary"
                    or "Minister"
                    or "minister"
                    or "Department"
                    or "Ministry";

    private static string? WordAt(NameText text, int i) =>
        i >= 0 && i < text.Tokens.Count ? text.Tokens[i].Form.Text : null;
}
