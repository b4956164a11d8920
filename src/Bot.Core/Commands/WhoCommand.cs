using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/who [name] [article]</c></summary>
internal sealed class WhoCommand(
    ArticlePicker picker,
    PersonFinder finder,
    ArticleStore articles,
    Phrasebook phrasebook
) : ICommand
{
    public CommandDescription Description { get; } =
        new(
            "who",
            "who.description",
            "/who putin",
            [
                new OptionDescription("name", "who.name", OptionKind.Person, [], IsUnnamed: true),
                new OptionDescription("article", "option.article", OptionKind.ArticleChoice, []),
            ]
        );

    public async Task<Reply> AnswerAsync(CommandCall call, CancellationToken cancellation)
    {
        var edition = phrasebook.In(call.Asker.Language);
        return await picker.PickAsync(call, cancellation) switch
        {
            ArticlePick.Found found when call.Option("name") is { } name => await FindAsync(
                name,
                found.Article,
                call.ChoosesArticle,
                Sight.Of(call),
                edition,
                cancellation
            ),
            ArticlePick.Found found => new WhoPage(found.Article, edition).Answer(),
            ArticlePick.Unclear unclear => unclear.Answer,
            _ => throw new InvalidOperationException("An article is found or unclear."),
        };
    }

    private async Task<Reply> FindAsync(
        string name,
        ReadArticle article,
        bool isChosen,
        Audience reader,
        Edition edition,
        CancellationToken cancellation
    )
    {
        switch (NameMatch.Best(name, article.Read.Entities, article.Text))
        {
            case [var one]:
                var seen = await finder.FindAsync(one.Name, one.Type, reader, cancellation);
                return new PersonPage(article, one, seen, edition).Answer();
            case { Count: > 1 } several:
                return new WhoPage(article, edition).Choice(name, several);
        }

        // Nobody here: where the reader chose no article, the newest that speaks of the name is meant.
        if (await finder.NewestNamingAsync(name, reader, cancellation) is not var (elsewhere, person))
            return new WhoPage(article, edition).Nobody(name, await articles.CountAsync(reader, cancellation));
        return isChosen
            ? new WhoPage(article, edition).NotHere(name, elsewhere.Article)
            : await FindAsync(person, elsewhere, isChosen: true, reader, edition, cancellation);
    }
}
