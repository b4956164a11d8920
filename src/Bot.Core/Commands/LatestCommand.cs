using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Typed;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/latest [page:]</c></summary>
internal sealed class LatestCommand(ArticleStore articles, ArticleList list, Phrasebook phrasebook) : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "latest",
            "latest.description",
            "/latest",
            [new OptionDescription("page", "option.page", OptionKind.Number, [])]
        );

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        var page = ArticleReference.PageOf(call);
        var reader = Sight.Of(call);
        var count = await articles.CountAsync(reader, cancellation);
        if (count.Value == 0)
            return ArticleLines.NoneYet(edition);
        var shown = ArticleList.Begins(page, count)
            ? await articles.LatestAsync(
                reader,
                ArticleList.PageLength,
                (page - 1) * ArticleList.PageLength,
                cancellation
            )
            : [];
        if (shown.Count == 0)
            return Reply.Of(
                edition.Line("page.none", ("number", page)),
                new ReplyButton(edition.Say("button.latest"), "/latest")
            );
        return await list.ShowAsync(
            call,
            edition.Say("latest.title", ("count", CountWords.Of(count, edition))),
            page,
            [.. shown.Select(a => (a, (IReadOnlyList<Inline>)[]))],
            ArticleList.Begins(page + 1, count) ? $"/latest page:{page + 1}" : null,
            edition,
            cancellation
        );
    }
}
