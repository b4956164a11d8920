using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/quotes [article] [by:] [about:] [page:]</c></summary>
internal sealed class QuotesCommand(ArticlePicker picker, Phrasebook phrasebook) : ICommand
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
            ArticlePick.Found found => new QuotesPage(found.Article, edition).Answer(
                call.Option("by"),
                call.Option("about"),
                ArticleReference.PageOf(call)
            ),
            ArticlePick.Unclear unclear => unclear.Answer,
            _ => throw new InvalidOperationException("An article is found or unclear."),
        };
    }
}
