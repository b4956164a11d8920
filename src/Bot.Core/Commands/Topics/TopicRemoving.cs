using Bot.Core.Chat;
using Bot.Core.Commands.Filters;
using Bot.Core.Commands.Sifting;
using Bot.Core.Commands.Typed;
using Bot.Core.Digests;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Topics;

/// <summary><c>/topic remove energy</c>: by its whole name, with all its alternatives; says which digests have told of it.</summary>
internal sealed class TopicRemoving(TopicBook book, DigestBook digests)
{
    private const int MostOffered = 10;

    public async Task<Reply> AnswerAsync(FilterAsk ask, CancellationToken cancellation)
    {
        var (edition, topics) = (ask.Edition, await book.OfAsync(ask.Place, cancellation));
        if (topics.Count == 0)
            return Reply.Of(TopicNames.None(ask.Hint, edition));
        if ((ask.Call.Option(FilterWishes.Name) ?? ask.Rule) is not { } typed)
            return new Reply([
                new ParagraphBlock(edition.Line("topic.which")),
                new ButtonBlock([.. topics.Take(MostOffered).Select(t => Removes(t, ask))]),
            ]);
        return topics.FirstOrDefault(t => t.IsCalled(typed)) is { } topic
            ? await RemoveAsync(topic, ask, cancellation)
            : Reply.Of(
                TopicNames.NoSuch(typed, topics, ask.Hint, edition),
                TopicPick.Nearest(typed, topics) is { } near
                    ? Removes(near, ask)
                    : ask.Button("button.topics", "list", isInPlace: false)
            );
    }

    private async Task<Reply> RemoveAsync(Topic topic, FilterAsk ask, CancellationToken cancellation)
    {
        var edition = ask.Edition;
        await book.RemoveAsync(ask.Place, topic.Name, cancellation);
        var naming = (await digests.OfChatAsync(ask.Place, cancellation))
            .Digests.Where(d => d.Schedule.Order.Scope.Topics.Any(topic.IsCalled))
            .Select(d => d.Name)
            .Distinct()
            .ToList();
        return new Reply([
            new ParagraphBlock(
                edition.Line(
                    "topic.removed",
                    ("name", new Strong(topic.Name)),
                    ("what", TopicWords.Takes(topic, edition))
                )
            ),
            .. naming.Count == 0
                ? Array.Empty<ReplyBlock>()
                :
                [
                    new ParagraphBlock(
                        edition.Line(
                            "topic.removed-digests",
                            ("count", naming.Count),
                            ("digests", edition.And([.. naming.Select(edition.InMarks)]))
                        )
                    ),
                ],
            // Several alternatives are several commands.
            .. topic.Rules is [var only]
                ?
                [
                    new ButtonBlock([
                        ask.Button(
                            "button.add-again",
                            $"add {only.Typed} {FilterWishes.Name}:{TypedWord.Marked(topic.Name)}"
                        ),
                    ]),
                ]
                : Array.Empty<ReplyBlock>(),
        ]);
    }

    private static ReplyButton Removes(Topic topic, FilterAsk ask) =>
        new(topic.Name, ask.Line($"remove {TypedWord.Marked(topic.Name)}"), IsInPlace: true);
}
