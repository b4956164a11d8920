using Bot.Text.Names;

namespace Bot.Text.Tests.Golden;

/// <summary>
/// Two lines a person, the most salient first: name, gender and roles; then the mentions in order, a description in
/// square brackets, a pronoun in round ones.
/// </summary>
internal sealed class PeopleView : GoldenView
{
    protected override IEnumerable<string> Lines(string text, AnalyzedText read)
    {
        foreach (var person in read.Entities.Where(e => e.Type == EntityType.Person))
        {
            var gender = person.Gender == Gender.Untold ? "" : $", {person.Gender.ToString().ToLowerInvariant()}";
            var roles = string.Join("; ", person.Roles.Select(r => OneLine(text, r)));
            yield return $"{person.Name}{gender}{(roles.Length > 0 ? ": " : "")}{roles}";
            yield return "    " + string.Join(" | ", person.Mentions.Select(m => Shown(text, m)));
        }
    }

    private static string Shown(string text, Mention mention) =>
        mention.Kind switch
        {
            MentionKind.Description => $"[{OneLine(text, mention.Span)}]",
            MentionKind.Pronoun => $"({OneLine(text, mention.Span)})",
            _ => OneLine(text, mention.Span),
        };
}
