using Bot.Text.Stories;

namespace Bot.Text.Training.Stories;

/// <summary>An article with the story that it belongs to.</summary>
internal sealed record LabelledArticle(string Story, StoryArticle Article)
{
    /// <summary>The same article as a feed without texts gives it.</summary>
    public LabelledArticle Headline => this with { Article = Article with { Text = Article.Title ?? "" } };
}
