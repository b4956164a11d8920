namespace Bot.Text.Stories;

/// <summary>An article of a story as the next ones are compared with it.</summary>
/// <param name="Sentences">Its sentences, and its title first where it has one.</param>
/// <param name="HasTitle">Whether the first of <paramref name="Sentences"/> is the title.</param>
internal sealed record KnownArticle(string Id, string? Source, IReadOnlyList<SaidSentence> Sentences, bool HasTitle)
{
    public IEnumerable<SaidSentence> Body => HasTitle ? Sentences.Skip(1) : Sentences;

    public StoryArticleState Save() =>
        new(Id, Source, HasTitle, [.. Sentences.Select(s => new StorySentenceState(s.Print, s.Terms))]);

    public static KnownArticle Restore(StoryArticleState state) =>
        new(
            state.Id,
            state.Source,
            [.. state.Sentences.Select(s => new SaidSentence(s.Print, [.. s.Terms]))],
            state.HasTitle
        );
}
