using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Sifting;

/// <summary>What a list says that was sifted until nothing was left: by what, and how to have it without.</summary>
internal static class SiftedOut
{
    /// <param name="command">What is asked but for the terms: "/latest".</param>
    /// <param name="count">How many articles another filter leaves.</param>
    /// <returns>Null where there is nothing without any term either.</returns>
    public static async Task<Reply?> ExplainAsync(
        string command,
        Sift sift,
        Func<ArticleFilter, Task<ArticleCount>> count,
        Edition edition
    )
    {
        var without = new List<(SiftTerm Term, ArticleCount Left)>();
        foreach (var term in sift.Terms)
        {
            if (await count(sift.Without(term).Filter) is { Value: > 0 } left)
                without.Add((term, left));
        }

        if (without is [var (first, most), ..])
        {
            return Reply.Of(
                edition.Line("sift.emptied", ("term", first.Said), ("count", CountWords.Of(most, edition))),
                [
                    .. without.Select(w => new ReplyButton(
                        edition.Say("button.without", ("term", w.Term.Said)),
                        $"{command}{sift.Without(w.Term).Typed}",
                        IsInPlace: true
                    )),
                ]
            );
        }

        if (sift.Terms.Count < 2 || await count(ArticleFilter.None) is not { Value: > 0 } all)
            return null;
        return Reply.Of(
            edition.Line(
                "sift.emptied-together",
                ("terms", edition.And([.. sift.Terms.Select(t => edition.InMarks(t.Said))])),
                ("count", CountWords.Of(all, edition))
            ),
            new ReplyButton(edition.Say("button.without-all"), command, IsInPlace: true)
        );
    }
}
