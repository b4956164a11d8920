using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Places;
using Bot.Discord.Accounts;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Receiving;

/// <summary>What a server's event means for the places in it. Looks into the store, so it is not on the gateway's loop.</summary>
internal sealed class GuildDesk(PlaceBook places, DestinationBook destinations, ReplyDesk replies)
{
    /// <summary>https://docs.discord.com/developers/events/gateway#sharding</summary>
    private const int ShardShift = 22;

    public async Task<IReadOnlyList<InboundEvent>> ReadAsync(GuildEvent happened, CancellationToken cancellation) =>
        happened switch
        {
            GuildEvent.Listed listed => await CompareAsync(listed, cancellation),
            GuildEvent.Joined joined => [Join(joined.Guild)],
            GuildEvent.Left left => [Closed(DiscordAddress.OfGuild(left.Guild))],
            GuildEvent.Changed changed => await OpenAsync(DiscordAddress.OfGuild(changed.Guild), cancellation),
            _ => [],
        };

    /// <summary>What happened while the bot was away: servers that removed it, servers that let it in again.</summary>
    private async Task<IReadOnlyList<InboundEvent>> CompareAsync(
        GuildEvent.Listed listed,
        CancellationToken cancellation
    )
    {
        var events = new List<InboundEvent>();
        foreach (var (chat, isIn) in await places.KnownAsync(DiscordAddress.Platform, cancellation))
        {
            if (
                Snowflake.TryParse(chat.Address) is not { } guild
                || (int)((guild.Value >> ShardShift) % (ulong)listed.Shards) != listed.Shard
            )
                continue;
            var isThere = listed.Guilds.Contains(guild);
            // Direct messages are known by their channel, which is no server's number: nobody has left them.
            if (isIn && !isThere && await IsGuildAsync(chat, cancellation))
                events.Add(Closed(chat));
            else if (!isIn && isThere)
                events.Add(Join(new GuildNews(guild, null, null, null, null, null)));
            else if (isThere)
                events.AddRange(await OpenAsync(chat, cancellation));
        }

        return events;
    }

    private async Task<bool> IsGuildAsync(Destination chat, CancellationToken cancellation) =>
        (await places.FindAsync(chat, cancellation))?.Kind is null or PlaceKind.Group;

    /// <summary>Greeted where the server greets its own newcomers; where it has no such place, nowhere.</summary>
    private InboundEvent.PlaceJoined Join(GuildNews guild)
    {
        var owner = guild.OwnerId is { } person ? DiscordAddress.OfPerson(person) : (Destination?)null;
        var server = DiscordAddress.OfGuild(guild.Id);
        var greeted = guild.SystemChannelId is { } channel ? DiscordAddress.Of(guild.Id, channel) : (Destination?)null;
        return new InboundEvent.PlaceJoined(
            server,
            guild.Name ?? "",
            PlaceKind.Group,
            new Asker(guild.OwnerId?.ToString() ?? "", "", Standing.Administrator, LanguageOf(guild.PreferredLocale)),
            owner,
            greeted ?? server,
            new Greeting(greeted, replies)
        );
    }

    private InboundEvent.PlaceClosed Closed(Destination server) =>
        new(server, "why.removed", new Greeting(null, replies));

    /// <summary>Where nothing is paused, there is nothing to open.</summary>
    private async Task<IReadOnlyList<InboundEvent>> OpenAsync(Destination server, CancellationToken cancellation) =>
        (await destinations.PausedAsync(cancellation)).Any(p => p.Destination.Chat == server)
            ? [new InboundEvent.PlaceOpened(server, new Greeting(null, replies))]
            : [];

    private static CultureInfo LanguageOf(string? locale)
    {
        try
        {
            return CultureInfo.GetCultureInfo(locale is { Length: > 0 } ? locale : "en");
        }
        catch (CultureNotFoundException)
        {
            return CultureInfo.GetCultureInfo("en");
        }
    }

    /// <summary>What is said to nobody in particular; nothing where there is no place for it.</summary>
    private sealed class Greeting(Destination? place, ReplyDesk replies) : IReplyHandle
    {
        public Task SendAsync(Reply? reply, CancellationToken cancellation, bool isInPlace = false, int page = 1) =>
            place is { } there && reply is not null
                ? replies.SayAsync(new Post(there, reply, Key: "") { IsTurned = true }, cancellation)
                : Task.CompletedTask;
    }
}
