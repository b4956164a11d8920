using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Proof;
using Bot.Core.Texts;
using Bot.Text.Briefs;
using Bot.Text.Spans;
using Bot.Text.Stories;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Digests.Writing;

/// <summary>Reads the articles of a story, finds what in them is new to the destination, and has it written.</summary>
public sealed partial class StoryEditor(Proofreader proofreader, ILogger<StoryEditor> log)
{
    /// <summary>Of a story so many articles are read, the newest: what only older ones tell is no news.</summary>
    private const int MostRead = 24;

    internal async Task<Edited> EditAsync(
        OwedStory story,
        CopyFolder folder,
        DigestShape shape,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var arrived = await ReadAsync(folder, story.Articles.Take(MostRead).Select(a => a.Id), cancellation);
        // What was withdrawn meanwhile is owed to nobody.
        if (arrived.Count == 0)
            return new Edited.Untrue();
        if (story.IsUpdate)
        {
            arrived = await NewsAsync(story, folder, arrived, cancellation);
            if (arrived.Count == 0)
                return new Edited.Repeats();
        }

        var copy = new StoryCopy(arrived, story.IsUpdate, SummaryOf(arrived, shape));
        // A story without a sentence that stands alone has its headline to say.
        if (story.IsUpdate && copy.Sentences.Count == 0)
            return new Edited.Repeats();
        var blocks = StoryWriter.Write(copy, shape, edition);
        if (await proofreader.IsTrueAsync(new Reply(blocks), cancellation))
            return new Edited.Story(copy, blocks);
        // One article that was read wrong does not keep the others back; it stays owed until it is read anew.
        LogNotVerbatim(copy.Lead.Id);
        return new Edited.Untrue();
    }

    private static async Task<IReadOnlyList<CopyArticle>> ReadAsync(
        CopyFolder folder,
        IEnumerable<ArticleId> ids,
        CancellationToken cancellation
    )
    {
        var found = new List<CopyArticle>();
        foreach (var id in ids)
        {
            if (await folder.ReadAsync(id, cancellation) is { } article)
                found.Add(article);
        }

        return found;
    }

    /// <summary>Those that say something beyond what the destination has had, with what that is.</summary>
    private static async Task<IReadOnlyList<CopyArticle>> NewsAsync(
        OwedStory story,
        CopyFolder folder,
        IReadOnlyList<CopyArticle> arrived,
        CancellationToken cancellation
    )
    {
        var edits = story.Articles.Where(a => a.Edit is not null).ToDictionary(a => a.Id, a => a.Edit!);
        var told = new List<StoryReading>();
        foreach (var id in story.Told.Where(id => !edits.ContainsKey(id)).Reverse())
        {
            if (await folder.FindAsync(id, cancellation) is { } article)
                told.Add(folder.ReadingOf(article));
        }

        // Of what was edited alone nothing else is known to be told.
        List<CopyArticle> fresh = [.. arrived.Where(a => !edits.ContainsKey(a.Article.Id)).Reverse()];
        var news = told.Count > 0 ? StoryNews.Of(told, [.. fresh.Select(a => folder.ReadingOf(a.Article))]) : [];
        var found = fresh.Select((a, i) => a with { News = news.Count > 0 ? news[i] : null });
        return
        [
            .. found
                .Concat(
                    arrived
                        .Where(a => edits.ContainsKey(a.Article.Id))
                        .Select(a => a with { News = edits[a.Article.Id] })
                )
                .Where(a => a.News is not { Count: 0 })
                .OrderByDescending(a => a.Article.Published ?? a.Article.FirstSeen),
        ];
    }

    private static IReadOnlyList<CopySentence> SummaryOf(IReadOnlyList<CopyArticle> arrived, DigestShape shape)
    {
        if (arrived is [{ News: null } alone])
            return
            [
                .. StoryWriter.Told(alone.Article, alone.Read, shape.Sentences).Select(s => new CopySentence(alone, s)),
            ];
        var sentences = StorySummary.Of(
            [
                .. arrived.Select(a => new AnalyzedArticle(
                    a.Article.Text,
                    a.Read,
                    a.Article.HasOwnTitle ? a.Article.Title : null,
                    a.Article.Published ?? a.Article.FirstSeen
                )),
            ],
            new SummaryLength.Sentences(shape.Sentences),
            arrived.All(a => a.News is null)
                ? null
                : [.. arrived.Select(a => a.News ?? [new TextSpan(0, a.Article.Text.Length)])]
        );
        return [.. sentences.Select(s => new CopySentence(arrived[s.Article], s.Span))];
    }

    [LoggerMessage(
        501,
        LogLevel.Warning,
        "The story of article {ArticleId} is left out of a digest: what was understood of it does not match its text"
    )]
    private partial void LogNotVerbatim(ArticleId articleId);
}
