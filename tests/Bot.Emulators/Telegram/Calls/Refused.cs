namespace Bot.Emulators.Telegram.Calls;

/// <summary>The server says no, in its own words. Caught in one place, where the answer is written.</summary>
internal sealed class Refused(int status, string description) : Exception(description)
{
    public int Status => status;

    public string Description => Message;

    public TimeSpan? RetryAfter { get; private init; }

    public long? MovedTo { get; private init; }

    public static Refused Bad(string what) => new(400, $"Bad Request: {what}");

    public static Refused Forbidden(string what) => new(403, $"Forbidden: {what}");

    public static Refused Moved(long to) =>
        new(400, "Bad Request: group chat was upgraded to a supergroup chat") { MovedTo = to };

    public static Refused Flood(TimeSpan wait)
    {
        var seconds = Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        return new Refused(429, $"Too Many Requests: retry after {seconds}")
        {
            RetryAfter = TimeSpan.FromSeconds(seconds),
        };
    }
}
