using Bot.Text.Names;
using Bot.Text.Spans;
using Bot.Text.Tagging;

namespace Bot.Text.Entities;

/// <summary>Puts the names of one person, place or organisation together.</summary>
internal static class EntityMerger
{
    public static IReadOnlyList<Entity> Merge(NameText text, IReadOnlyList<Candidate> candidates)
    {
        var people = PeopleMerger.Merge(text, candidates);
        var others = candidates
            .Where(c => c.Type is EntityType.Place or EntityType.Organisation)
            .GroupBy(c => (c.Type, Name: c.Known?.Canonical ?? c.Key))
            .Select(g => g.ToList());
        return
        [
            .. people
                .Concat(others)
                .OrderByDescending(g => g.Count + 2.0 / (1 + g[0].First / 50))
                .ThenBy(g => g[0].First)
                .Select((g, i) => ToEntity(text, g, i + 1)),
        ];
    }

    private static Entity ToEntity(NameText text, List<Candidate> names, int id)
    {
        var forms = names.Select(n => n.SpanIn(text).Of(text.Text)).ToList();
        var fullest = names
            .Zip(forms)
            .OrderByDescending(n => n.First.Length)
            .ThenByDescending(n => n.Second.Length)
            .First()
            .Second;
        return new Entity(
            id,
            names[0].Type!.Value,
            fullest,
            [.. forms.Distinct(StringComparer.Ordinal).Where(f => f != fullest)],
            [.. names.Where(n => n.HasTitle).Select(n => TitleOf(text, n)).DistinctBy(s => s.Of(text.Text))],
            [.. names.Select(n => new Mention(n.SpanIn(text), MentionKind.Name)).OrderBy(m => m.Span)]
        )
        {
            Gender = names[0].Type == EntityType.Person ? GenderReader.Read(text, names) : Gender.Untold,
        };
    }

    private static TextSpan TitleOf(NameText text, Candidate name) =>
        TextSpan.FromBounds(text.Tokens[name.TitleFirst].Span.Start, text.Tokens[name.First - 1].Span.End);
}
