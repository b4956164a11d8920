using Bot.Text.Names;

namespace Bot.Text.Briefs;

/// <summary>What a reader wants to know of an article.</summary>
public abstract record Focus
{
    private Focus() { }

    /// <summary>Sentences that speak of somebody, by name, description or pronoun, or in which they speak.</summary>
    /// <param name="Ids"><c>Entity.Id</c>s: several where a name may be any of theirs.</param>
    public sealed record OnEntities(IReadOnlyList<int> Ids) : Focus;

    /// <summary>Sentences that have the words, in any case and number.</summary>
    public sealed record OnWords(string Words) : Focus;

    public static Focus On(params IReadOnlyList<Entity> entities) => new OnEntities([.. entities.Select(e => e.Id)]);
}
