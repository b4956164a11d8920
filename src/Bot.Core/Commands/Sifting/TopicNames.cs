using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Texts;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Sifting;

/// <summary>What is said where there is no topic, or none of that name.</summary>
internal static class TopicNames
{
    /// <param name="hint">What a further command is, for its words.</param>
    public static IReadOnlyList<Inline> None(Func<string, CommandHint> hint, Edition edition) =>
        edition.Line("topic.none", ("example", hint("add solar as:energy")));

    public static IReadOnlyList<Inline> NoSuch(
        string typed,
        IReadOnlyList<Topic> topics,
        Func<string, CommandHint> hint,
        Edition edition
    ) =>
        topics.Count == 0
            ? edition.Line("topic.no-such-none", ("name", Excerpt.Of(typed)), ("example", hint("add solar as:energy")))
        : TopicPick.Nearest(typed, topics) is { } nearest
            ? edition.Line("topic.no-such-near", ("name", Excerpt.Of(typed)), ("nearest", new Strong(nearest.Name)))
        : edition.Line(
            "topic.no-such",
            ("name", Excerpt.Of(typed)),
            ("names", edition.And([.. topics.Select(t => t.Name)]))
        );
}
