using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Sifting;

/// <summary>What a list says that was sifted until nothing was left: by what, and how to have it without.</summary>
internal static class SiftedOut
{
    /// <param name="line">What asks for it by other terms: "/latest from:"The Gazette""; null where nothing does.</param>
    /// <param name="count">How many articles another filter leaves.</param>
    /// <returns>Null where there is nothing without any term either.</returns>
    public static async Task<Reply?> ExplainAsync(
        Func<Sift, string?> line,
        Sift sift,
        Func<ArticleFilter, Task<ArticleCount>> count,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var without = new List<(SiftTerm Term, ArticleCount Left, string? Line)>();
        foreach (var term in sift.Terms)
        {
            // A topic takes more of what is left without another term.
            var rest = await sift.WithoutAsync(term, cancellation);
            if (await count(rest.Filter) is { Value: > 0 } left)
                without.Add((term, left, line(rest)));
        }

        if (without is [var (first, most, _), ..])
        {
            return Reply.Of(
                edition.Line("sift.emptied", ("term", first.Said), ("count", CountWords.Of(most, edition))),
                [
                    .. without
                        .Where(w => w.Line is not null)
                        .Select(w => new ReplyButton(
                            edition.Say("button.without", ("term", w.Term.Said)),
                            w.Line!, // Those without were left out.
                            IsInPlace: true
                        )),
                ]
            );
        }

        if (sift.Terms.Count < 2 || await count(ArticleFilter.None) is not { Value: > 0 } whole)
            return null;
        return Reply.Of(
            edition.Line(
                "sift.emptied-together",
                ("terms", edition.And([.. sift.Terms.Select(t => edition.InMarks(t.Said))])),
                ("count", CountWords.Of(whole, edition))
            ),
            line(Sift.None) is { } all ? [new ReplyButton(edition.Say("button.without-all"), all, IsInPlace: true)] : []
        );
    }
}
