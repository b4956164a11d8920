namespace Bot.Core.Chat;

/// <summary>What became of one post.</summary>
public abstract record PostOutcome
{
    /// <param name="MessageIds">The platform's ids of the messages, in order; empty where it gives none.</param>
    public sealed record Sent(IReadOnlyList<string> MessageIds) : PostOutcome;

    /// <summary>Not sent; may be tried again after the wait.</summary>
    public sealed record Retry(TimeSpan After, string Why) : PostOutcome;

    /// <summary>The place is no more.</summary>
    public sealed record Gone(string Why) : PostOutcome;

    /// <summary>The place has another address now; nothing was sent.</summary>
    public sealed record Migrated(Destination To) : PostOutcome;

    /// <summary>The bot may not write there.</summary>
    public sealed record Forbidden(string Why) : PostOutcome;

    public sealed record TooLong(string Why) : PostOutcome;

    /// <summary>The request was written and no answer came: it may have been sent, so it is not sent again blindly.</summary>
    public sealed record Unknown(string Why) : PostOutcome;
}
