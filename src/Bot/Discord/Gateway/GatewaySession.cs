namespace Bot.Discord.Gateway;

/// <summary>What a broken connection needs to be taken up where it ended.</summary>
/// <param name="Sequence">The highest number seen among its events.</param>
internal sealed record GatewaySession(string Id, Uri ResumeUrl, long Sequence)
{
    public GatewaySession Seen(long sequence) => sequence > Sequence ? this with { Sequence = sequence } : this;
}
