using Bot.Core.Spelling;
using Bot.Core.Topics;

namespace Bot.Core.Commands.Sifting;

/// <summary>Which topic of a chat somebody means.</summary>
internal static class TopicPick
{
    /// <summary>However it is spelled; else the one that begins so, where there is but one.</summary>
    public static Topic? Find(string typed, IReadOnlyList<Topic> topics) =>
        topics.FirstOrDefault(t => t.IsCalled(typed)) ?? Begun(typed, topics);

    /// <summary>Which may have been meant by a name that none has: the one that begins so, or nearly has it.</summary>
    /// <returns>Null where none is near.</returns>
    public static Topic? Nearest(string typed, IReadOnlyList<Topic> topics) =>
        Begun(typed, topics)
        ?? topics.FirstOrDefault(t => Slips.Between(Topic.KeyOf(typed), Topic.KeyOf(t.Name)) is not null);

    private static Topic? Begun(string typed, IReadOnlyList<Topic> topics)
    {
        var key = Topic.KeyOf(typed);
        return
            key.Length > 0
            && topics.Where(t => Topic.KeyOf(t.Name).StartsWith(key, StringComparison.Ordinal)).ToList() is [var one]
            ? one
            : null;
    }
}
