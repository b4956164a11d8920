using Bot.Core.Chat;
using Bot.Core.Commands.Filters;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Topics;

/// <summary>What <c>/topic list</c> says: the topics of a chat, each with what it takes.</summary>
internal sealed class TopicListing(TopicBook book)
{
    private const int MostOpened = 5;

    /// <param name="isTheirs">True for somebody who may change them.</param>
    public async Task<Reply> WriteAsync(FilterAsk ask, bool isTheirs, CancellationToken cancellation)
    {
        var (edition, topics) = (ask.Edition, await book.OfAsync(ask.Place, cancellation));
        if (topics.Count == 0)
            return Reply.Of(TopicNames.None(ask.Hint, edition));
        // Elsewhere a list would show what is seen there.
        var isHere = ask.Place.Chat == ask.Call.Place.Chat;
        return new Reply([
            new HeadingBlock([new Strong(edition.Say("topic.count", ("count", topics.Count)))]),
            new BulletBlock([
                .. topics.Select(t =>
                    (IReadOnlyList<Inline>)[new Strong(t.Name), new Plain($" · {TopicWords.Takes(t, edition)}")]
                ),
            ]),
            new ButtonBlock([
                .. topics
                    .Take(isHere ? MostOpened : 0)
                    .Select(t => new ReplyButton(t.Name, $"/latest topic:{TypedWord.Marked(t.Name)}")),
                .. isTheirs
                    ? [ask.Button("button.remove-which", "remove", isInPlace: false)]
                    : Array.Empty<ReplyButton>(),
            ]),
        ]);
    }
}
