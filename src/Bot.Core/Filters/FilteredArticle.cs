using Bot.Core.Articles;
using Bot.Text;
using Bot.Text.Names;

namespace Bot.Core.Filters;

/// <summary>An article in front of rules: what several of them ask is made once, and not before the first asks.</summary>
internal sealed class FilteredArticle(Article article)
{
    private AnalyzedText? reading;
    private string? title;
    private string? text;
    private string? source;

    public Article Article => article;

    public bool IsRead => reading is not null;

    /// <summary>What was understood of it; set before a rule is asked that needs it.</summary>
    public AnalyzedText Reading
    {
        get => reading ?? throw new InvalidOperationException($"Article {article.Id} is not read yet.");
        set => reading = value;
    }

    public IEnumerable<string> Of(FilterField field) =>
        field switch
        {
            FilterField.Title => [article.Title],
            FilterField.Text => [article.Text],
            FilterField.Source => [article.Source],
            _ => [article.Title, article.Text],
        };

    /// <summary>As <see cref="FoldedWords"/>.</summary>
    public IEnumerable<string> Folded(FilterField field)
    {
        if (field is FilterField.Source)
            yield return source ??= FoldedWords.Of(article.Source);
        if (field is FilterField.Title or FilterField.Any)
            yield return title ??= FoldedWords.Of(article.Title);
        if (field is FilterField.Text or FilterField.Any)
            yield return text ??= FoldedWords.Of(article.Text);
    }

    /// <param name="folded">A name in full, a shorter form of it, or a person's last name.</param>
    public IEnumerable<Entity> Named(string folded) =>
        Reading.Entities.Where(e => PeopleRows.Names(e).Contains(folded));
}
