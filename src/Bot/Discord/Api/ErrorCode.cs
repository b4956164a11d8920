namespace Bot.Discord.Api;

/// <summary>Of Discord's error codes, those that mean something here. https://docs.discord.com/developers/topics/opcodes-and-status-codes#json</summary>
internal static class ErrorCode
{
    public const int UnknownChannel = 10003;

    public const int AlreadyCrossposted = 40033;

    public const int AlreadyAcknowledged = 40060;

    /// <summary>The message has a thread under it.</summary>
    public const int HasThread = 160004;
}
