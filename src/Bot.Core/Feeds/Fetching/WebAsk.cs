namespace Bot.Core.Feeds.Fetching;

/// <summary>How an address is asked for.</summary>
internal sealed record WebAsk(string Accept, int MostBytes)
{
    /// <summary>RFC 9309 asks for 500 KiB at least; what comes after counts as not written.</summary>
    private const int MostRobotsBytes = 500 * 1024;

    public string? ETag { get; init; }

    public string? LastModified { get; init; }

    /// <summary>Somebody waits for it.</summary>
    public bool IsAhead { get; init; }

    /// <summary>A body that is too long is cut, where otherwise it is refused.</summary>
    public bool IsCut { get; init; }

    public static WebAsk Of(FetchRequest request, FetchLimits limits) =>
        new(
            request.Kind == FetchedKind.Page
                ? "text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5"
                : "application/rss+xml, application/atom+xml, application/feed+json, application/rdf+xml;q=0.9, "
                    + "application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, text/html;q=0.5, */*;q=0.1",
            limits.MostBytes
        )
        {
            ETag = request.ETag,
            LastModified = request.LastModified,
            IsAhead = request.IsAwaited,
        };

    public static WebAsk Robots(FetchLimits limits) =>
        new("text/plain, */*;q=0.1", Math.Min(MostRobotsBytes, limits.MostBytes)) { IsAhead = true, IsCut = true };
}
