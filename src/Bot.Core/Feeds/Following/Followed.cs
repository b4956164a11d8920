using Bot.Core.Chat;

namespace Bot.Core.Feeds.Following;

/// <summary>A feed as one chat follows it.</summary>
/// <param name="Title">The chat's own name for it; empty where it gave none.</param>
/// <param name="Folder">Empty where it stands in none.</param>
/// <param name="Place">Where the chat's people are told of what is wrong with it.</param>
/// <param name="AddedBy">The platform and its id of the person.</param>
public sealed record Followed(
    Feed Feed,
    string Title,
    string Folder,
    bool IsFullText,
    Destination Place,
    DateTimeOffset Added,
    string AddedBy
)
{
    /// <summary>Since when; null where it is not paused.</summary>
    public DateTimeOffset? Paused { get; init; }

    /// <summary>As its chat calls it.</summary>
    public string Name => Title.Length > 0 ? Title : Feed.Name;
}
