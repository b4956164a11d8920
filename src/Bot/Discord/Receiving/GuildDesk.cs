using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Places;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;
using Bot.Discord.Places;

namespace Bot.Discord.Receiving;

/// <summary>What a server's event means for the places in it. Looks into the store, so it is not on the gateway's loop.</summary>
internal sealed class GuildDesk(
    PlaceBook places,
    DoorBook doors,
    DestinationBook destinations,
    ChannelShelf channels,
    DiscordPlaces access,
    ReplyDesk replies
)
{
    public async Task<IReadOnlyList<InboundEvent>> ReadAsync(GuildEvent happened, CancellationToken cancellation) =>
        happened switch
        {
            GuildEvent.Listed listed => await CompareAsync(listed, cancellation),
            GuildEvent.Joined joined => [await JoinAsync(joined.Guild, cancellation)],
            GuildEvent.Described described => await DescribeAsync(described.Guild, cancellation),
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
        foreach (var (chat, isIn) in await doors.KnownAsync(DiscordAddress.Platform, cancellation))
        {
            if (
                Snowflake.TryParse(chat.Address) is not { } guild
                || !GuildEvents.IsOf(guild, listed.Shard, listed.Shards)
            )
                continue;
            var isThere = listed.Guilds.Contains(guild);
            if (isIn && !isThere && await IsGuildAsync(chat, cancellation))
                events.Add(Closed(chat));
            else if (!isIn && isThere)
                events.Add(await JoinAsync(new GuildNews(guild, null, null, null, null, null), cancellation));
            else if (isThere)
                events.AddRange(await OpenAsync(chat, cancellation));
        }

        return events;
    }

    /// <summary>Direct messages are known by their channel, which is no server's number: nobody has left them.</summary>
    private async Task<bool> IsGuildAsync(Destination chat, CancellationToken cancellation)
    {
        if ((await places.FindAsync(chat, cancellation))?.Kind is { } kind)
            return kind == PlaceKind.Group;
        if (Snowflake.TryParse(chat.Address) is not { } id)
            return false;
        switch (await channels.FindAsync(id, cancellation))
        {
            case ApiAnswer<DiscordChannel>.Ok { Value.GuildId: null }:
                await doors.DescribeAsync(chat, "", PlaceKind.Private, owner: null, cancellation);
                return false;
            case ApiAnswer<DiscordChannel>.Refused { Code: ErrorCode.UnknownChannel }
            or ApiAnswer<DiscordChannel>.Refused { Status: 403 }:
                return true;
            default:
                return false; // Nobody says; the next start asks again.
        }
    }

    private async Task<IReadOnlyList<InboundEvent>> DescribeAsync(GuildNews guild, CancellationToken cancellation)
    {
        await doors.DescribeAsync(
            DiscordAddress.OfGuild(guild.Id),
            guild.Name ?? "",
            PlaceKind.Group,
            OwnerOf(guild),
            cancellation
        );
        return [];
    }

    /// <summary>Greeted where the server greets its own newcomers; where that cannot be, nowhere.</summary>
    private async Task<InboundEvent.PlaceJoined> JoinAsync(GuildNews guild, CancellationToken cancellation)
    {
        var server = DiscordAddress.OfGuild(guild.Id);
        var greeted = guild.SystemChannelId is { } channel ? DiscordAddress.Of(guild.Id, channel) : (Destination?)null;
        if (greeted is { } there && await access.CheckAsync(there, cancellation) is not null)
            greeted = null;
        return new InboundEvent.PlaceJoined(
            server,
            guild.Name ?? "",
            PlaceKind.Group,
            new Asker(
                guild.OwnerId?.ToString() ?? "",
                "",
                Standing.Administrator,
                DiscordLocale.LanguageOf(guild.PreferredLocale)
            ),
            OwnerOf(guild),
            greeted ?? server,
            new Announcement(greeted, replies)
        );
    }

    private static Destination? OwnerOf(GuildNews guild) =>
        guild.OwnerId is { } person ? DiscordAddress.OfPerson(person) : null;

    private InboundEvent.PlaceClosed Closed(Destination server) =>
        new(server, "why.removed", new Announcement(null, replies));

    /// <summary>Where nothing is paused, there is nothing to open.</summary>
    private async Task<IReadOnlyList<InboundEvent>> OpenAsync(Destination server, CancellationToken cancellation) =>
        (await destinations.PausedAsync(cancellation)).Any(p => p.Destination.Chat == server)
            ? [new InboundEvent.PlaceOpened(server, new Announcement(null, replies))]
            : [];

    /// <summary>What is said to nobody in particular; nothing where there is no place for it.</summary>
    private sealed class Announcement(Destination? place, ReplyDesk replies) : IReplyHandle
    {
        public Task SendAsync(Reply? reply, CancellationToken cancellation, bool isInPlace = false, int page = 1) =>
            place is { } there && reply is not null
                ? replies.SayAsync(new Post(there, reply, Key: "") { IsTurned = true }, cancellation)
                : Task.CompletedTask;
    }
}
