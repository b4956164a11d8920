namespace Bot.Text.Stories;

/// <summary>An article of a story as the next ones are compared with it.</summary>
/// <param name="Sentences">Its sentences, and its title first where it has one.</param>
/// <param name="HasTitle">Whether the first of <paramref name="Sentences"/> is the title.</param>
internal sealed record KnownArticle(string Id, string? Source, IReadOnlyList<StorySentence> Sentences, bool HasTitle)
{
    public IEnumerable<StorySentence> Body => HasTitle ? Sentences.Skip(1) : Sentences;
}
