namespace Bot.Core.Feeds;

/// <summary>A feed's number in the store.</summary>
public readonly record struct FeedId(long Value)
{
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A feed that somebody follows, as the store has it.</summary>
/// <param name="Url">Where it is asked for.</param>
/// <param name="Title">The feed's own; empty until it was read.</param>
/// <param name="NextCheck">UTC, as all its instants are.</param>
public sealed record Feed(FeedId Id, Uri Url, string Title, FeedState State, DateTimeOffset NextCheck)
{
    public string? Site { get; init; }
    public string? ETag { get; init; }
    public string? LastModified { get; init; }

    /// <summary>Of the last answer's bytes.</summary>
    public string? BodyHash { get; init; }

    /// <summary>How far apart its items come.</summary>
    public TimeSpan? ItemGap { get; init; }
    public FeedRhythm Rhythm { get; init; } = FeedRhythm.None;
    public DateTimeOffset? LastCheck { get; init; }
    public DateTimeOffset? LastSuccess { get; init; }

    /// <summary>When it last had something new.</summary>
    public DateTimeOffset? LastNew { get; init; }

    /// <summary>In a row, up to now.</summary>
    public int Failures { get; init; }
    public DateTimeOffset? FailingSince { get; init; }

    /// <summary>The name of what went wrong last: of the fetch, or a <see cref="FeedFault"/>.</summary>
    public string? Fault { get; init; }
    public string? FaultWords { get; init; }
    public DateTimeOffset? HeldSince { get; init; }
    public int HeldItems { get; init; }
    public Uri? MovedTo { get; init; }
    public int MovedTimes { get; init; }

    /// <summary>Its title, or its host where it has none.</summary>
    public string Name => Title.Length > 0 ? Title : Url.Host;
}

public enum FeedState
{
    /// <summary>It was never read: what it holds is archive.</summary>
    New,
    Read,

    /// <summary>Its host said that it is gone for good; it is not asked for any more.</summary>
    Gone,
}

/// <summary>What can be wrong with the bytes that a feed's address answers with.</summary>
public enum FeedFault
{
    /// <summary>A web page stands there.</summary>
    Page,
    Unreadable,

    /// <summary>A list of feeds.</summary>
    List,

    /// <summary>The desk could not file what they say: the mistake is its own.</summary>
    Unfiled,
}
