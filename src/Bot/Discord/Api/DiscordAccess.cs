namespace Bot.Discord.Api;

/// <summary>Whose client it is, and where Discord is. No record, so that no log shows the token by accident.</summary>
internal sealed class DiscordAccess(string token)
{
    /// <summary>The name of its clients: nobody logs their addresses, which hold the tokens of interactions.</summary>
    public const string ClientName = "discord";

    public string Token { get; } = token;

    public Uri ApiUrl { get; init; } = new("https://discord.com/api/v10");

    /// <summary>
    /// As <c>DiscordBot (https://example.org, 1.0)</c>; without it Discord turns every request away.
    /// https://docs.discord.com/developers/reference#user-agent
    /// </summary>
    public required string UserAgent { get; init; }

    /// <summary>The longest wait for a limit that the client takes on itself; longer ones are handed back.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one attempt.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);
}
