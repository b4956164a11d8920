using Bot.Core.Storage;

namespace Bot.Core.Feeds;

/// <summary>A feed as its row has it.</summary>
internal sealed record FeedRow(
    long Id,
    string Url,
    string Title,
    string? Site,
    string State,
    string? Etag,
    string? Last_modified,
    string? Body_hash,
    long? Own_wait,
    long? Item_gap,
    long Quiet_hours,
    long Quiet_days,
    string Next_check,
    string? Last_check,
    string? Last_success,
    string? Last_new,
    long Failures,
    string? Failing_since,
    string? Fault,
    string? Fault_words,
    string? Held_since,
    long Held_items,
    string? Moved_to,
    long Moved_times
)
{
    public const string Columns = """
        f.id, f.url, f.title, f.site, f.state, f.etag, f.last_modified, f.body_hash, f.own_wait, f.item_gap,
        f.quiet_hours, f.quiet_days, f.next_check, f.last_check, f.last_success, f.last_new, f.failures, f.failing_since,
        f.fault, f.fault_words, f.held_since, f.held_items, f.moved_to, f.moved_times
        """;

    public Feed ToFeed() =>
        new(
            new FeedId(Id),
            new Uri(Url),
            Title,
            Enum.Parse<FeedState>(State, ignoreCase: true),
            StoredInstant.Read(Next_check)
        )
        {
            Site = Site,
            ETag = Etag,
            LastModified = Last_modified,
            BodyHash = Body_hash,
            ItemGap = Seconds(Item_gap),
            Rhythm = new FeedRhythm(Seconds(Own_wait), (int)Quiet_hours, (int)Quiet_days),
            LastCheck = Instant(Last_check),
            LastSuccess = Instant(Last_success),
            LastNew = Instant(Last_new),
            Failures = (int)Failures,
            FailingSince = Instant(Failing_since),
            Fault = Fault,
            FaultWords = Fault_words,
            HeldSince = Instant(Held_since),
            HeldItems = (int)Held_items,
            MovedTo = Moved_to is null ? null : new Uri(Moved_to),
            MovedTimes = (int)Moved_times,
        };

    private static TimeSpan? Seconds(long? seconds) => seconds is { } s ? TimeSpan.FromSeconds(s) : null;

    private static DateTimeOffset? Instant(string? stored) => stored is null ? null : StoredInstant.TryRead(stored);
}
