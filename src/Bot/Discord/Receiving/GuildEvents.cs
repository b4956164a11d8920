using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Bot.Discord.Api.Wire;
using Bot.Discord.Gateway;
using Bot.Discord.Places;

namespace Bot.Discord.Receiving;

/// <summary>What happened to a server, as far as the desk has to know.</summary>
internal abstract record GuildEvent
{
    private GuildEvent() { }

    /// <summary>What a server is called, and whose it is, that the bot was in before.</summary>
    public sealed record Described(GuildNews Guild) : GuildEvent;

    /// <summary>These are all that a shard has.</summary>
    public sealed record Listed(IReadOnlySet<Snowflake> Guilds, int Shard, int Shards) : GuildEvent;

    public sealed record Joined(GuildNews Guild) : GuildEvent;

    public sealed record Left(Snowflake Guild) : GuildEvent;

    /// <summary>A channel or a role is another: what stood in the way may be gone.</summary>
    public sealed record Changed(Snowflake Guild) : GuildEvent;
}

/// <summary>Reads the gateway's events about servers on its own loop, and keeps no more of them than is needed.</summary>
internal sealed class GuildEvents(ChannelShelf channels)
{
    /// <summary>https://docs.discord.com/developers/events/gateway#sharding</summary>
    private const int ShardShift = 22;

    /// <summary>Servers that the bot is in. That Discord tells of one of these is no news.</summary>
    private readonly ConcurrentDictionary<Snowflake, bool> present = new();

    /// <summary>Whose servers are known. What a shard has at its first start was there before.</summary>
    private readonly ConcurrentDictionary<(int Shard, int Shards), bool> started = new();

    public GuildEvent? Read(GatewayEvent happened)
    {
        switch (happened.Name)
        {
            case "READY" when Parse(happened, DiscordJson.Default.ReadyNews) is { } ready:
                return Ready(ready);
            case "GUILD_CREATE" when Parse(happened, DiscordJson.Default.GuildNews) is { Unavailable: not true } guild:
                return present.TryAdd(guild.Id, true) ? new GuildEvent.Joined(guild) : new GuildEvent.Described(guild);
            case "GUILD_DELETE" when Parse(happened, DiscordJson.Default.GuildNews) is { Unavailable: not true } gone:
                present.TryRemove(gone.Id, out _);
                return new GuildEvent.Left(gone.Id);
            case "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "CHANNEL_DELETE" or "THREAD_UPDATE" or "THREAD_DELETE":
                return Changed(happened, isChannel: true);
            case "GUILD_ROLE_CREATE" or "GUILD_ROLE_UPDATE" or "GUILD_ROLE_DELETE" or "GUILD_MEMBER_UPDATE":
                return Changed(happened, isChannel: false);
            default:
                return null;
        }
    }

    private GuildEvent.Listed Ready(ReadyNews ready)
    {
        var listed = (ready.Guilds ?? []).Select(g => g.Id).ToHashSet();
        var (shard, shards) = ready.Shard is [var its, var all] ? (its, all) : (0, 1);
        // Later, what is not known yet came while the line was down: it is told of next, and is news.
        if (started.TryAdd((shard, shards), true))
            foreach (var guild in listed)
                present[guild] = true;
        foreach (var gone in present.Keys.Where(g => IsOf(g, shard, shards) && !listed.Contains(g)))
            present.TryRemove(gone, out _);
        return new GuildEvent.Listed(listed, shard, shards);
    }

    public static bool IsOf(Snowflake guild, int shard, int shards) =>
        (int)((guild.Value >> ShardShift) % (ulong)shards) == shard;

    private GuildEvent.Changed? Changed(GatewayEvent happened, bool isChannel)
    {
        if (Parse(happened, DiscordJson.Default.ChannelNews) is not { GuildId: { } guild } news)
            return null;
        if (isChannel && news.Id is { } channel)
            channels.Forget(channel);
        return new GuildEvent.Changed(guild);
    }

    private static T? Parse<T>(GatewayEvent happened, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(happened.Body.Span, type);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
