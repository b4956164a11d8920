using Bot.Core.Articles;
using Bot.Core.Chat;

namespace Bot.Core.Commands.Sifting;

/// <summary>What a list is sifted by, in the order in which it is said.</summary>
internal sealed record Sift(IReadOnlyList<SiftTerm> Terms)
{
    public bool IsNone => Terms.Count == 0;

    public ArticleFilter Filter => Terms.Aggregate(ArticleFilter.None, (filter, term) => term.Sift(filter));

    /// <summary>Its terms as they are typed, each with a blank before it.</summary>
    public string Typed => string.Concat(Terms.Select(t => $" {t.Typed}"));

    /// <summary>" · from The Gazette · since 20 November 2026"</summary>
    public string Said => string.Concat(Terms.Select(t => $" · {t.Said}"));

    public bool Has(OptionDescription option) => Terms.Any(t => t.Option == option.Name);

    public Sift Without(SiftTerm term) => new([.. Terms.Where(t => t != term)]);
}
