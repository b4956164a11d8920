using Bot.Core.Articles;
using Bot.Core.Commands.Clippings;
using Bot.Text.Names;

namespace Bot.Core.Commands;

/// <summary>Finds people over all articles that have been read and that the audience sees.</summary>
internal sealed class PersonFinder(PersonStore people, ArticleStore articles)
{
    public async Task<PersonSeen?> FindAsync(
        string name,
        EntityType type,
        Audience audience,
        CancellationToken cancellation
    ) => (await people.FindPersonAsync(name, audience, cancellation)).FirstOrDefault(p => p.Type == type);

    /// <returns>The newest article that speaks of someone called so, or nearly so, and the name in full; null where none does.</returns>
    public async Task<(ReadArticle Article, string Name)?> NewestNamingAsync(
        string name,
        Audience audience,
        CancellationToken cancellation
    )
    {
        var found = await people.FindPersonAsync(name, audience, cancellation);
        if (found.Count == 0 && await people.NearestPeopleAsync(name, audience, 1, cancellation) is [var meant])
            found = [meant];
        foreach (var person in found.OrderByDescending(p => p.Last.On))
        {
            if (
                await articles.FindAsync(person.Last.Article, audience, cancellation) is { } article
                && await articles.ReadAsync(article, cancellation) is var read
                && NameMatch.Best(person.Name, read.Entities, article.Text).Count == 1
            )
                return (new ReadArticle(article, read, $"#{article.Id}"), person.Name);
        }

        return null;
    }
}
