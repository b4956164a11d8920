using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/read [article] [page:]</c></summary>
internal sealed class ReadCommand(ArticlePicker picker, Phrasebook phrasebook) : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "read",
            "read.description",
            "/read 2",
            [
                new OptionDescription("article", "option.article", OptionKind.ArticleChoice, []),
                new OptionDescription("page", "option.page", OptionKind.Number, []),
            ]
        );

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        return await picker.PickAsync(call, cancellation) switch
        {
            ArticlePick.Found found => new ReadingPage(found.Article, edition).Answer(ArticleReference.PageOf(call)),
            ArticlePick.Unclear unclear => unclear.Answer,
            _ => throw new InvalidOperationException("An article is found or unclear."),
        };
    }
}
