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
    /// <summary>Servers that the bot is in. What Discord tells of one of these at the start is no news.</summary>
    private readonly ConcurrentDictionary<Snowflake, bool> present = new();

    public GuildEvent? Read(GatewayEvent happened)
    {
        switch (happened.Name)
        {
            case "READY" when Parse(happened, DiscordJson.Default.ReadyNews) is { } ready:
                return Ready(ready);
            case "GUILD_CREATE" when Parse(happened, DiscordJson.Default.GuildNews) is { Unavailable: not true } guild:
                return present.TryAdd(guild.Id, true) ? new GuildEvent.Joined(guild) : null;
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
        foreach (var guild in listed)
            present[guild] = true;
        return ready.Shard is [var shard, var shards]
            ? new GuildEvent.Listed(listed, shard, shards)
            : new GuildEvent.Listed(listed, 0, 1);
    }

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
