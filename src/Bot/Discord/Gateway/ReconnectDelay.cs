namespace Bot.Discord.Gateway;

/// <summary>How long a connection rests before it is tried again.</summary>
internal static class ReconnectDelay
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>At most a second at first, then twice as long each time, up to a minute.</summary>
    /// <param name="luck">From 0 to 1: not all shards come back in the same moment.</param>
    public static TimeSpan After(int failures, double luck)
    {
        if (failures <= 0)
            return TimeSpan.FromSeconds(luck);
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures, 10)));
        return (wait < Longest ? wait : Longest) * (0.5 + (luck / 2));
    }

    /// <summary>https://docs.discord.com/developers/events/gateway#resuming: a random time from one to five seconds.</summary>
    public static TimeSpan AfterInvalidSession(int failures, double luck)
    {
        var asked = TimeSpan.FromSeconds(1 + (4 * luck));
        var usual = After(failures, luck);
        return asked > usual ? asked : usual;
    }
}
