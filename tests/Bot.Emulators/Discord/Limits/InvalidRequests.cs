using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Limits;

/// <summary>Who gets too many 401, 403 and 429 is shut out. https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans</summary>
internal sealed class InvalidRequests(DiscordEmulatorOptions options)
{
    private readonly SlidingWindow _recent = new(options.MostInvalidRequests, TimeSpan.FromMinutes(10));

    public int Count { get; private set; }

    public TimeSpan? BannedFor => _recent.WaitAt(options.Time.GetUtcNow());

    /// <summary>A shared limit is not the bot's fault.</summary>
    public void Note(int status, string? scope)
    {
        if (status is not (401 or 403 or 429) || scope == "shared")
            return;
        Count++;
        _recent.SpendAt(options.Time.GetUtcNow());
    }
}
