namespace Bot.Core.Chat;

/// <summary>What became of one post.</summary>
public abstract record PostOutcome
{
    /// <param name="MessageIds">The platform's ids of the messages, in order; empty where it gives none.</param>
    /// <param name="HasMore">True where the reply goes on with another <see cref="Post.Page"/>, as a message of its own.</param>
    public sealed record Sent(IReadOnlyList<string> MessageIds, bool HasMore = false) : PostOutcome;

    /// <summary>Not sent; may be tried again after the wait.</summary>
    /// <param name="IsPacing">True where nothing failed: the platform says when it takes more messages in that chat.</param>
    public sealed record Retry(TimeSpan After, string Why, bool IsPacing = false) : PostOutcome;

    /// <summary>The place is no more.</summary>
    public sealed record Gone(string Why) : PostOutcome;

    /// <summary>The place has another address now; nothing was sent.</summary>
    public sealed record Migrated(Destination To) : PostOutcome;

    /// <summary>The platform will never take it as it is.</summary>
    public sealed record Refused(string Why) : PostOutcome;

    /// <summary>The bot may not write there.</summary>
    /// <param name="IsOneTopic">True where only this topic of its chat is closed: in a forum, the chat's own address is its first topic's.</param>
    public sealed record Forbidden(string Why, bool IsOneTopic = false) : PostOutcome;

    public sealed record TooLong(string Why) : PostOutcome;

    /// <summary>The request was written and no answer came: it may have been sent, so it is not sent again blindly.</summary>
    public sealed record Unknown(string Why) : PostOutcome;
}
