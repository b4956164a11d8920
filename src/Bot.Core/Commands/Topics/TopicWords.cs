using Bot.Core.Commands.Filters;
using Bot.Core.Texts;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Topics;

/// <summary>Says what a topic takes.</summary>
internal static class TopicWords
{
    /// <summary>"“solar” or “wind power” · from Courier"</summary>
    public static string Takes(Topic topic, Edition edition) =>
        topic.Rules.Count == 0
            ? edition.Say("topic.unread")
            : string.Join(edition.Say("digest.or"), topic.Rules.Select(r => FilterWords.Terms(r, edition)));
}
