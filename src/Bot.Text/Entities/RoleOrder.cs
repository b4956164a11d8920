using Bot.Text.Lexicons;
using Bot.Text.Spans;
using Bot.Text.Tagging;
using Bot.Text.Tagging.Tokens;

namespace Bot.Text.Entities;

/// <summary>Puts a person's roles in the order in which a reader wants them, and leaves out what another says already.</summary>
internal static class RoleOrder
{
    public static IReadOnlyList<TextSpan> Order(NameText text, IReadOnlyList<PersonPhrase> roles)
    {
        if (roles.Count == 0)
            return [];
        var kept = new List<(TextSpan Span, HashSet<string> Words, int Rank)>();
        foreach (var role in roles.OrderBy(r => Rank(text, r)).ThenBy(r => r.First))
        {
            var words = new HashSet<string>(StringComparer.Ordinal);
            for (var i = role.First; i < role.End; i++)
                words.Add(text.Tokens[i].Form.Folded);
            if (!kept.Exists(k => words.IsSubsetOf(k.Words)))
                kept.Add((role.SpanIn(text), words, 0));
        }

        return [.. kept.Select(k => k.Span)];
    }

    /// <summary>An office with its country or house first, then an office alone, a leader or official, and last what says little.</summary>
    private static int Rank(NameText text, PersonPhrase role)
    {
        var head = text.Tokens[role.Head].Form;
        var isVague =
            head.Folded is "leader" or "official" or "politician" or "chief" or "head" or "member" or "man" or "woman";
        var isOffice = head.Has(WordTraits.Office | WordTraits.OfficePart);
        var isWhole = role.End - role.First > 1;
        return (isOffice, isVague, isWhole) switch
        {
            (true, false, true) => 0,
            (_, true, true) => 2,
            (false, false, true) => 1,
            (true, false, false) => 3,
            _ => 4,
        };
    }
}
