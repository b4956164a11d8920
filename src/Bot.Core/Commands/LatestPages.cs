using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>The newest articles that a sift leaves, a page at a time.</summary>
internal sealed class LatestPages(ArticleStore articles, ArticleList list)
{
    public async Task<Reply> ListAsync(
        CommandCall call,
        Sift sift,
        Audience reader,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var page = ArticleReference.PageOf(call);
        var count = await articles.CountAsync(reader, sift.Filter, cancellation);
        if (count.Value == 0)
            return await SiftedOut.ExplainAsync(
                    Line,
                    sift,
                    filter => articles.CountAsync(reader, filter, cancellation),
                    edition,
                    cancellation
                ) ?? ArticleLines.NoneYet(edition);
        var shown = ArticleList.Begins(page, count)
            ? await articles.LatestAsync(
                reader,
                sift.Filter,
                ArticleList.PageLength,
                (page - 1) * ArticleList.PageLength,
                cancellation
            )
            : [];
        if (shown.Count == 0)
            return Reply.Of(
                edition.Line("page.none", ("number", page)),
                new ReplyButton(edition.Say("button.latest"), Line(sift)!) // It was asked so.
            );
        return await list.ShowAsync(
            call,
            edition.Say("latest.title", ("count", CountWords.Of(count, edition))),
            sift,
            page,
            [.. shown.Select(a => (a, (IReadOnlyList<Inline>)[]))],
            ArticleList.Begins(page + 1, count) ? $"{Line(sift)} page:{page + 1}" : null,
            edition,
            cancellation
        );

        // By a topic alone /search lists too; without one, /latest knows all of its terms but who is quoted.
        string? Line(Sift asked) =>
            call.Name == SearchCommand.Name && asked.Has(SiftReader.OnTopic) ? $"/{SearchCommand.Name}{asked.Typed}"
            : asked.Has(SiftReader.By) ? null
            : $"/latest{asked.Typed}";
    }
}
