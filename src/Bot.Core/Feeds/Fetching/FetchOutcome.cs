namespace Bot.Core.Feeds.Fetching;

/// <summary>What became of a request. Whatever a host does is a value.</summary>
public abstract record FetchOutcome
{
    /// <param name="Bytes">Decompressed.</param>
    /// <param name="Url">Where the answer came from in the end.</param>
    /// <param name="MovedTo">Where permanent redirects alone (301, 308) led, from the first on; null where there was none, and where they lead from https to http.</param>
    public sealed record Fetched(byte[] Bytes, FetchHeaders Headers, Uri Url, Uri? MovedTo) : FetchOutcome;

    /// <inheritdoc cref="Fetched"/>
    public sealed record NotModified(FetchHeaders Headers, Uri Url, Uri? MovedTo) : FetchOutcome;

    /// <param name="Words">What stood in the way, for the log and for those who administer: names the value, no secret.</param>
    /// <param name="Status">The HTTP status, where there was an answer.</param>
    /// <param name="RetryAfter">What the host asked for, at most two days; null where it asked for nothing that makes sense.</param>
    public sealed record Failed(FetchFault Fault, string Words, int? Status = null, TimeSpan? RetryAfter = null)
        : FetchOutcome;
}

/// <summary>What of an answer's headers is used.</summary>
/// <param name="Freshness">max-age less Age, or Expires less Date; null where neither says.</param>
public sealed record FetchHeaders(string? ContentType, string? ETag, string? LastModified, TimeSpan? Freshness);

/// <summary>Why nothing could be fetched.</summary>
public enum FetchFault
{
    /// <summary>No http or https address, or one that carries a name and a password.</summary>
    BadAddress,

    /// <summary>The address belongs to this machine or to a private network, and no setting lets it be read.</summary>
    PrivateAddress,
    UnknownHost,
    NoConnection,
    NoTrust,

    /// <summary>No answer, no header or no body in time, or a body that comes too slowly.</summary>
    TooSlow,
    TooLarge,
    TooManyRedirects,

    /// <summary>401, 403, 404 and other answers that mean no.</summary>
    Refused,

    /// <summary>410.</summary>
    Gone,

    /// <summary>429 or 503.</summary>
    Busy,

    /// <summary>5xx.</summary>
    Broken,

    /// <summary>The body cannot be decompressed, or ends too soon.</summary>
    Garbled,

    /// <summary>robots.txt asks not to.</summary>
    Forbidden,
}
