namespace Bot.Core.Digests.Schedules;

/// <summary>How far digests reach, in time and in number.</summary>
internal static class DigestReach
{
    /// <summary>A slot that was missed still runs, late, for so long, where nothing else is said.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(6);

    public static readonly TimeSpan LongestGrace = TimeSpan.FromHours(24);

    /// <summary>From here on the reader is told that it is late.</summary>
    public static readonly TimeSpan OnTime = TimeSpan.FromMinutes(15);

    /// <summary>What a first digest covers, so that an archive is not emptied into a new place.</summary>
    public static readonly TimeSpan First = TimeSpan.FromHours(24);

    /// <summary>Where nothing is so new, a first digest shows this many of the newest.</summary>
    public const int NewestOfArchive = 5;

    /// <summary>
    /// What no digest had room for is owed for so long. A longer silence, of the bot or of the place, is not made up
    /// for in full.
    /// </summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);
}
