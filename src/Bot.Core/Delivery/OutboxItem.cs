using Bot.Core.Chat;

namespace Bot.Core.Delivery;

public enum OutboxState
{
    Waiting,

    /// <summary>Being posted; left so by a crash, nobody knows whether it was.</summary>
    Sending,
    Sent,

    /// <summary>It may have been posted, so it is not posted again.</summary>
    Unknown,

    /// <summary>It was not posted and will not be.</summary>
    Failed,

    /// <summary>Its article's words are not in the article any more, so it is not posted.</summary>
    Untrue,
}

/// <summary>One message of the outbox.</summary>
/// <param name="Batch">What was queued together shares it.</param>
/// <param name="Reply">JSON of the <see cref="Chat.Reply"/>.</param>
/// <param name="Key">The <see cref="Post.Key"/> of every try.</param>
/// <param name="Attempts">How often it was handed to the platform.</param>
/// <param name="NotBefore">UTC.</param>
/// <param name="MessageIds">The platform's, once it is sent.</param>
/// <param name="Why">What stands or stood in its way.</param>
/// <param name="Created">UTC.</param>
/// <param name="Page">As in <see cref="Post.Page"/>.</param>
/// <param name="IsTurned">As in <see cref="Post.IsTurned"/>.</param>
/// <param name="Answers">As in <see cref="Post.Answers"/>.</param>
/// <param name="Edits">As in <see cref="Post.Edits"/>.</param>
/// <param name="Expires">When nobody waits for it any more, UTC; null where it is good for ever.</param>
/// <param name="Tried">When it was first tried of those tries whose fate is open, UTC; null where it was certainly not posted.</param>
/// <param name="Follows">As in <see cref="Post.Follows"/>.</param>
/// <param name="IsOfDigest">True where it belongs to a digest, and is no answer to anybody.</param>
/// <param name="Thread">As in <see cref="Post.Thread"/>.</param>
public sealed record OutboxItem(
    long Id,
    Destination Destination,
    long Batch,
    int Part,
    string Reply,
    string Key,
    OutboxState State,
    int Attempts,
    DateTimeOffset NotBefore,
    IReadOnlyList<string> MessageIds,
    string? Why,
    DateTimeOffset Created,
    int Page,
    bool IsTurned,
    string? Answers,
    string? Edits,
    DateTimeOffset? Expires,
    DateTimeOffset? Tried,
    string? Follows,
    bool IsOfDigest,
    string? Thread
)
{
    /// <param name="reply">As <see cref="Reply"/> has it.</param>
    internal Post ToPost(Reply reply) =>
        new(Destination, reply, Key)
        {
            Page = Page,
            IsTurned = IsTurned,
            Answers = Answers,
            Edits = Edits,
            Follows = Follows,
            OpensDigest = IsOfDigest && Follows is null && Part == 1 && Page == 1,
            Thread = Thread,
            Tried = Tried,
        };
}
