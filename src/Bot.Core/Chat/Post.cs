namespace Bot.Core.Chat;

/// <summary>One message for one destination.</summary>
/// <param name="Key">The same for every try of the same message, so that a platform that can will not show it twice.</param>
public sealed record Post(Destination Destination, Reply Reply, string Key)
{
    /// <summary>Which message's worth of a reply that is longer than one message, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>True where the reader turns the pages in one message; else they follow each other as messages.</summary>
    public bool IsTurned { get; init; }

    /// <summary>The platform's id of the message that it answers; null where it answers none.</summary>
    public string? Answers { get; init; }

    /// <summary>The platform's id of the message whose place it takes; null for a message of its own.</summary>
    public string? Edits { get; init; }
}
