using Bot.Core.Articles;
using Bot.Core.Chat;

namespace Bot.Core.Commands.Sifting;

/// <summary>What a list is sifted by, in the order in which it is said.</summary>
/// <param name="Filter">What all of its terms leave.</param>
internal sealed record Sift(IReadOnlyList<SiftTerm> Terms, ArticleFilter Filter)
{
    public static readonly Sift None = new([], ArticleFilter.None);

    public bool IsNone => Terms.Count == 0;

    /// <summary>Its terms as they are typed, each with a blank before it.</summary>
    public string Typed => string.Concat(Terms.Select(t => $" {t.Typed}"));

    /// <summary>" · from The Gazette · since 20 November 2026"</summary>
    public string Said => string.Concat(Terms.Select(t => $" · {t.Said}"));

    public static async Task<Sift> OfAsync(IReadOnlyList<SiftTerm> terms, CancellationToken cancellation)
    {
        var filter = ArticleFilter.None;
        foreach (var term in terms)
            filter = await term.SiftAsync(filter, cancellation);
        return new Sift(terms, filter);
    }

    public bool Has(OptionDescription option) => Terms.Any(t => t.Option == option.Name);

    public Task<Sift> WithoutAsync(SiftTerm term, CancellationToken cancellation) =>
        OfAsync([.. Terms.Where(t => t != term)], cancellation);
}
