using Bot.Core.Chat;
using Bot.Core.Commands.Filters;
using Bot.Core.Commands.Typed;
using Bot.Core.Texts;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Topics;

/// <summary>Says what a topic takes, and that there is none of a name.</summary>
internal static class TopicWords
{
    /// <summary>"“solar” or “wind power” · from Courier"</summary>
    public static string Takes(Topic topic, Edition edition) =>
        topic.Rules.Count == 0
            ? edition.Say("topic.unread")
            : string.Join(edition.Say("digest.or"), topic.Rules.Select(r => FilterWords.Terms(r, edition)));

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
            ? edition.Line("topic.no-such-near", ("name", Excerpt.Of(typed)), ("nearest", new Strong(nearest)))
        : edition.Line(
            "topic.no-such",
            ("name", Excerpt.Of(typed)),
            ("names", edition.And([.. topics.Select(t => t.Name)]))
        );

    public static string Marked(string name) => name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name;
}
