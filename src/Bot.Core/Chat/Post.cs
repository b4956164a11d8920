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

    /// <summary>The platform's id of the first message of what it is a later part of; null where it is the first itself.</summary>
    public string? Follows { get; init; }

    /// <summary>What a thread under the first message is called that the others go to; null where they follow in the place itself.</summary>
    public string? Thread { get; init; }

    /// <summary>True for the first message of a digest: where a platform can, it is passed on to whoever follows the place.</summary>
    public bool OpensDigest { get; init; }

    /// <summary>When it was first tried of those tries that may have been shown; null where there are none.</summary>
    public DateTimeOffset? Tried { get; init; }
}
