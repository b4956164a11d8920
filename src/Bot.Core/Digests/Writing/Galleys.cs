using System.Globalization;
using System.Text;
using Bot.Core.Articles;
using Bot.Core.Texts;

namespace Bot.Core.Digests.Writing;

/// <summary>
/// Stories as they were set for one place, to be used for others that are owed the same of them. For one round: what is
/// edited or withdrawn afterwards is set anew in the next.
/// </summary>
public sealed class Galleys(StoryEditor editor, ArticleStore articles)
{
    private const int MostKept = 4_000;

    private readonly Dictionary<string, Edited> stories = new(StringComparer.Ordinal);
    private readonly CopyFolder folder = new(articles);

    internal async Task<Edited> EditAsync(
        OwedStory story,
        DigestShape shape,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var key = KeyOf(story, shape, edition);
        if (stories.TryGetValue(key, out var set))
            return set;
        if (stories.Count >= MostKept)
            stories.Clear();
        return stories[key] = await editor.EditAsync(story, folder, shape, edition, cancellation);
    }

    /// <summary>The headline's article alone, for those in brief.</summary>
    internal Task<Article?> LeadAsync(OwedStory story, CancellationToken cancellation) =>
        folder.FindAsync(story.Articles[0].Id, cancellation);

    /// <summary>All that the words of a story depend on: its articles in their versions, what was told, how much is wanted.</summary>
    private static string KeyOf(OwedStory story, DigestShape shape, Edition edition)
    {
        var key = new StringBuilder(edition.Language.Name).Append(
            CultureInfo.InvariantCulture,
            $" {shape.Sentences}{(shape.HasQuotes ? '"' : ' ')}"
        );
        foreach (var article in story.Articles)
            key.Append(
                CultureInfo.InvariantCulture,
                $"{(article.Edit is null ? '+' : '~')}{article.Id.Value}.{article.Telling}"
            );
        foreach (var told in story.Told)
            key.Append(CultureInfo.InvariantCulture, $"-{told.Value}");
        return key.ToString();
    }
}
