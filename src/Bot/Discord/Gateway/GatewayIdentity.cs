namespace Bot.Discord.Gateway;

/// <summary>As whom a connection speaks, and to which address. No record, so that no log shows the token by accident.</summary>
internal sealed class GatewayIdentity(string token, Uri url)
{
    /// <summary>Guilds alone: commands, buttons and forms come without any intent.</summary>
    public const int GuildsIntent = 1 << 0;

    public string Token { get; } = token;

    /// <summary>As <c>GET /gateway/bot</c> gives it.</summary>
    public Uri Url { get; } = url;

    /// <summary>https://docs.discord.com/developers/events/gateway#gateway-intents</summary>
    public int Intents { get; init; } = GuildsIntent;

    public int Shard { get; init; }

    public int Shards { get; init; } = 1;

    /// <summary>Asks for one zlib stream over the whole connection.</summary>
    public bool IsCompressed { get; init; } = true;

    /// <summary>What the program calls itself to Discord: the library's name.</summary>
    public string Library { get; init; } = "byline";
}
