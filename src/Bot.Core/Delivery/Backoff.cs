namespace Bot.Core.Delivery;

/// <summary>How long a post that failed waits for its next try.</summary>
internal static class Backoff
{
    /// <summary>With the waits below, the better part of a day: what fails so long is not mended by trying.</summary>
    public const int MostAttempts = 24;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestAsked = TimeSpan.FromDays(7);

    /// <summary>What a platform asks for, save where it is beyond all sense.</summary>
    public static TimeSpan Asked(TimeSpan wait) => wait < LongestAsked ? wait : LongestAsked;

    /// <param name="attempts">How often it was tried.</param>
    /// <param name="asked">What the platform asks for; never undercut, save as <see cref="Asked"/> does.</param>
    /// <param name="id">Spreads posts that failed together, by up to a tenth.</param>
    public static TimeSpan After(int attempts, TimeSpan asked, long id)
    {
        var doubled = First * Math.Pow(2, Math.Clamp(attempts - 1, 0, 20));
        var own = doubled < Longest ? doubled : Longest;
        var wait = Asked(asked > own ? asked : own);
        return wait + (wait * (unchecked((ulong)id * 0x9E3779B97F4A7C15) >> 54) / 10240);
    }
}
