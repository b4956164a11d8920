using System.Globalization;
using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places;
using Bot.Core.Proof;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Digests.Writing;

/// <summary>Writes a digest: the same for a preview and for what is posted.</summary>
public sealed partial class DigestComposer(
    ArticleStore articles,
    Proofreader proofreader,
    Phrasebook phrasebook,
    PlaceBook places,
    ILogger<DigestComposer> log
)
{
    /// <summary>What one message holds well on every platform; the narrowest takes 4,096 letters with all that is around them.</summary>
    private const int LettersInPart = 3_000;

    private const int StoriesInPart = 5;

    /// <returns>Null where nothing of it can be told.</returns>
    public async Task<DigestDraft?> ComposeAsync(
        DigestAppearance appearance,
        DigestCover cover,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var language = await places.LanguageOfAsync(appearance.Order.Destination, cancellation);
        var edition = phrasebook.In(language ?? CultureInfo.InvariantCulture);
        var shape = DigestShape.Of(appearance.Order.Size);
        var stories = new List<(Article Article, IReadOnlyList<ReplyBlock> Blocks)>();
        var inBrief = new List<(Article Article, IReadOnlyList<Inline> Title)>();
        foreach (var article in cover.Articles)
        {
            var isStory = stories.Count < shape.Stories;
            IReadOnlyList<ReplyBlock> blocks = isStory
                ? StoryWriter.Write(
                    article,
                    await articles.ReadAsync(article, cancellation),
                    stories.Count + 1,
                    shape,
                    edition
                )
                : [new ParagraphBlock(StoryWriter.TitleOf(article))];
            // One article that was read wrong does not keep the others back; it stays owed until it is read anew.
            if (!await proofreader.IsTrueAsync(new Reply(blocks), cancellation))
                LogNotVerbatim(article.Id);
            else if (isStory)
                stories.Add((article, blocks));
            else
                inBrief.Add((article, StoryWriter.TitleOf(article)));
        }

        if (stories.Count == 0)
            return null;
        var frame = new DigestFrame(
            appearance,
            cover,
            [.. stories.Select(s => s.Article), .. inBrief.Select(b => b.Article)],
            edition,
            now
        );
        var pages = Pages(stories);
        var parts = pages.Select((page, i) => Part(frame, page, i + 1, pages.Count, inBrief)).ToList();
        return new DigestDraft(
            parts,
            [
                .. pages.SelectMany((page, i) => page.Select(s => (s.Article.Id, i + 1))),
                .. inBrief.Select(b => (b.Article.Id, pages.Count)),
            ]
        );
    }

    /// <summary>How many articles a digest of the order tells at the most.</summary>
    internal static int Page(DigestOrder order) => DigestShape.Of(order.Size).Page;

    private static Reply Part(
        DigestFrame frame,
        List<(Article Article, IReadOnlyList<ReplyBlock> Blocks)> stories,
        int part,
        int parts,
        List<(Article Article, IReadOnlyList<Inline> Title)> inBrief
    )
    {
        var told = stories.SelectMany(s => s.Blocks);
        return new Reply([
            .. part == 1 ? frame.Top(parts) : frame.Continued(part, parts),
            .. told,
            .. part == parts ? frame.Bottom(inBrief) : [],
        ]);
    }

    private static List<List<(Article Article, IReadOnlyList<ReplyBlock> Blocks)>> Pages(
        List<(Article Article, IReadOnlyList<ReplyBlock> Blocks)> stories
    )
    {
        var pages = new List<List<(Article Article, IReadOnlyList<ReplyBlock> Blocks)>>();
        var letters = LettersInPart;
        foreach (var story in stories)
        {
            var length = story.Blocks.Sum(ReplyLength.Of);
            if (letters + length > LettersInPart || pages[^1].Count == StoriesInPart)
            {
                pages.Add([]);
                letters = 0;
            }

            pages[^1].Add(story);
            letters += length;
        }

        return pages;
    }

    [LoggerMessage(
        501,
        LogLevel.Warning,
        "Article {ArticleId} is left out of a digest: what was understood of it does not match its text"
    )]
    private partial void LogNotVerbatim(ArticleId articleId);
}
