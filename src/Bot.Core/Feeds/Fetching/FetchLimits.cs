namespace Bot.Core.Feeds.Fetching;

/// <summary>What a host may take of us: time, bytes, hops.</summary>
public sealed record FetchLimits
{
    /// <summary>From the first byte asked to the last one read, over all hops; the wait for a host's turn is not in it.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>From the start of a hop until all of its headers are here.</summary>
    public TimeSpan HeaderPatience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>In each such stretch a body brings <see cref="LeastBytesPerSecond"/> for each of its seconds.</summary>
    public TimeSpan RateWindow { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>As they come over the wire.</summary>
    public int LeastBytesPerSecond { get; init; } = 1024;

    /// <summary>Of a body: as it comes over the wire, and again unpacked.</summary>
    public int MostBytes { get; init; } = 15 * 1024 * 1024;

    /// <summary>A longer chain is given up.</summary>
    public int MostRedirects { get; init; } = 10;

    /// <summary>Hosts asked at the same time, without those that somebody waits for; most of a visit is waiting.</summary>
    public int MostAtOnce { get; init; } = 48;

    /// <summary>Between the end of one request to a host and the start of the next.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);
}
