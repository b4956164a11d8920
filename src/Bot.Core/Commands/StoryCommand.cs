using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Stories;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/story [article]</c>: who else tells of an article's event, and what was new when.</summary>
internal sealed class StoryCommand(
    ArticlePicker picker,
    ArticleStore articles,
    StoryDesk stories,
    StoryBook book,
    Phrasebook phrasebook
) : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "story",
            "story.description",
            "/story 2",
            [new OptionDescription("article", "option.article", OptionKind.ArticleChoice, [])]
        );

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        return await picker.PickAsync(call, cancellation) switch
        {
            ArticlePick.Found found => await AnswerAsync(found.Article, Sight.Of(call), edition, cancellation),
            ArticlePick.Unclear unclear => unclear.Answer,
            _ => throw new InvalidOperationException("An article is found or unclear."),
        };
    }

    private async Task<Reply> AnswerAsync(
        ReadArticle asked,
        Audience reader,
        Edition edition,
        CancellationToken cancellation
    )
    {
        await stories.PlaceWaitingAsync(cancellation);
        var seen = new List<StoryMoment>();
        foreach (var telling in await book.TellingsAsync(asked.Article.Id, cancellation))
        {
            if (await articles.FindAsync(telling.Article, reader, cancellation) is { IsWithdrawn: false } article)
                seen.Add(new StoryMoment(telling, article));
        }

        return new StoryPage(asked, seen, edition).Answer();
    }
}
