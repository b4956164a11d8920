using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Typed;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/quotes [article] [by:] [about:] [page:]</c></summary>
internal sealed class QuotesCommand(ArticlePicker picker, PersonFinder finder, Phrasebook phrasebook) : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "quotes",
            "quotes.description",
            "/quotes by:zelenskyy",
            [
                new OptionDescription("article", "option.article", OptionKind.ArticleChoice, []),
                new OptionDescription("by", "quotes.by", OptionKind.Person, []),
                new OptionDescription("about", "quotes.about", OptionKind.Text, []),
                new OptionDescription("page", "option.page", OptionKind.Number, []),
            ]
        );

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        return await picker.PickAsync(call, cancellation) switch
        {
            ArticlePick.Found found when call.Option("by") is { } by && !call.ChoosesArticle => await ByAsync(
                by,
                found.Article,
                call,
                edition,
                cancellation
            ),
            ArticlePick.Found found => new QuotesPage(found.Article, edition).Answer(
                call.Option("by"),
                call.Option("about"),
                ArticleReference.PageOf(call)
            ),
            ArticlePick.Unclear unclear => unclear.Answer,
            _ => throw new InvalidOperationException("An article is found or unclear."),
        };
    }

    /// <summary>Where the newest article has nobody of the name and the reader chose none, the newest that has is meant, as in /who.</summary>
    private async Task<Reply> ByAsync(
        string by,
        ReadArticle newest,
        CommandCall call,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var (article, speaker) =
            NameMatch.Best(by, newest.Read.Entities, newest.Text).Count == 0
            && await finder.NewestNamingAsync(by, Sight.Of(call), cancellation) is var (elsewhere, person)
                ? (elsewhere, person)
                : (newest, by);
        return new QuotesPage(article, edition).Answer(speaker, call.Option("about"), ArticleReference.PageOf(call));
    }
}
