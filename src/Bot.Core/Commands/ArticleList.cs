using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Clippings;
using Bot.Core.Commands.Sifting;
using Bot.Core.Conversations;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>A numbered list of articles, remembered in its conversation so that the numbers can be used.</summary>
internal sealed class ArticleList(ConversationStore conversations)
{
    public const int PageLength = 10;

    /// <summary>True where so many articles reach to that page. A list whose end nobody counted ends where counting did.</summary>
    public static bool Begins(int page, ArticleCount count) => (page - 1L) * PageLength < count.Value;

    /// <param name="more">What asks for the page after, null where this is the last.</param>
    public async Task<Reply> ShowAsync(
        CommandCall call,
        string heading,
        Sift sift,
        int page,
        IReadOnlyList<(Article Article, IReadOnlyList<Inline> Words)> shown,
        string? more,
        Edition edition,
        CancellationToken cancellation
    )
    {
        var first = (page - 1) * PageLength + 1;
        await conversations.RememberListAsync(call.Place, first, [.. shown.Select(s => s.Article.Id)], cancellation);
        var buttons = shown
            .Select(
                (s, i) =>
                    new ReplyButton(
                        shown.Count == 1 ? edition.Say("button.summary") : edition.Number(first + i),
                        $"/summary #{s.Article.Id}",
                        $"/summary {first + i}"
                    )
            )
            .ToList();
        if (more is not null)
            buttons.Add(new ReplyButton(edition.Say("button.next"), more, IsInPlace: true));
        return new Reply([
            new HeadingBlock(sift.IsNone ? [new Strong(heading)] : [new Strong(heading), new Small(sift.Said)]),
            new NumberedBlock([
                .. shown.Select(
                    (s, i) =>
                        new NumberedItem(
                            first + i,
                            s.Words.Count == 0
                                ? ArticleLines.Title(s.Article)
                                : [.. ArticleLines.Title(s.Article), new Plain("\n"), .. s.Words],
                            ArticleLines.Origin(s.Article, edition)
                        )
                ),
            ]),
            new ButtonBlock(buttons),
        ]);
    }
}
