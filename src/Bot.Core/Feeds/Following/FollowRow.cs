using Bot.Core.Chat;
using Bot.Core.Storage;

namespace Bot.Core.Feeds.Following;

/// <summary>How a chat follows a feed, as its row has it.</summary>
internal sealed record FollowRow(
    string Own_title,
    string Folder,
    long Full_text,
    string Place,
    string Added,
    string Added_by,
    string? Paused
)
{
    public const string Columns = "w.title AS Own_title, w.folder, w.full_text, w.place, w.added, w.added_by, w.paused";

    /// <returns>Null where another version of the program wrote a place that this one cannot read.</returns>
    public Followed? ToFollowed(Feed feed) =>
        Destination.TryParse(Place) is { } place
            ? new Followed(feed, Own_title, Folder, Full_text != 0, place, StoredInstant.Read(Added), Added_by)
            {
                Paused = Paused is null ? null : StoredInstant.TryRead(Paused),
            }
            : null;
}
