using System.Collections.Concurrent;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Places;

/// <summary>Channels as Discord last told of them: asked for when they are posted to, and known for a while.</summary>
internal sealed class ChannelShelf(DiscordClient client, TimeProvider time)
{
    private static readonly TimeSpan Known = TimeSpan.FromHours(1);

    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<Snowflake, (DiscordChannel Channel, DateTimeOffset Until)> channels = new();

    public async Task<ApiAnswer<DiscordChannel>> FindAsync(Snowflake id, CancellationToken cancellation)
    {
        if (channels.TryGetValue(id, out var known) && known.Until > time.GetUtcNow())
            return new ApiAnswer<DiscordChannel>.Ok(known.Channel);
        var answer = await client.GetChannelAsync(id, cancellation);
        if (answer is ApiAnswer<DiscordChannel>.Ok ok)
            Keep(ok.Value);
        return answer;
    }

    /// <summary>Something about the channel is another thing now.</summary>
    public void Forget(Snowflake id) => channels.TryRemove(id, out _);

    private void Keep(DiscordChannel channel)
    {
        if (channels.Count >= MostKept)
            channels.Clear();
        channels[channel.Id] = (channel, time.GetUtcNow() + Known);
    }
}
