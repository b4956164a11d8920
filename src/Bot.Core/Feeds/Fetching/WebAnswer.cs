namespace Bot.Core.Feeds.Fetching;

/// <summary>What a host answered to one request, before anybody follows it anywhere.</summary>
/// <param name="Bytes">Unpacked; empty unless the status is 2xx.</param>
/// <param name="Location">As written.</param>
internal sealed record WebAnswer(
    int Status,
    FetchHeaders Headers,
    byte[] Bytes,
    string? Location,
    TimeSpan? RetryAfter
);
