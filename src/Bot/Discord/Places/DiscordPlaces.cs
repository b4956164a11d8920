using Bot.Core.Chat;
using Bot.Core.Places;
using Bot.Discord.Accounts;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Places;

/// <summary>Looks places up at Discord: by what people write, and whether they can be posted to.</summary>
internal sealed class DiscordPlaces(
    DiscordClient client,
    DiscordAccount account,
    ChannelShelf channels,
    PlaceBook places,
    TimeProvider time
)
{
    /// <summary>What must be allowed, and the reason that names it where it is not; the first that is missing counts.</summary>
    private static readonly (DiscordPermissions Permission, string Why)[] ForMessages =
    [
        (DiscordPermissions.ViewChannel, "why.lacks-view"),
        (DiscordPermissions.SendMessages, "why.lacks-send"),
        (DiscordPermissions.EmbedLinks, "why.lacks-embed"),
    ];

    private static readonly (DiscordPermissions Permission, string Why)[] ForThreads =
    [
        (DiscordPermissions.ViewChannel, "why.lacks-view"),
        (DiscordPermissions.SendMessagesInThreads, "why.lacks-threads"),
        (DiscordPermissions.EmbedLinks, "why.lacks-embed"),
    ];

    private static readonly (DiscordPermissions Permission, string Why)[] ForForums =
    [
        (DiscordPermissions.ViewChannel, "why.lacks-view"),
        (DiscordPermissions.SendMessages, "why.lacks-posts"),
        (DiscordPermissions.SendMessagesInThreads, "why.lacks-threads"),
        (DiscordPermissions.EmbedLinks, "why.lacks-embed"),
    ];

    public async Task<PlaceLookup> FindAsync(string written, Asker asker, CancellationToken cancellation)
    {
        if (
            ChannelIn(written.Trim()) is not { } id
            || await channels.FindAsync(id, cancellation)
                is not ApiAnswer<DiscordChannel>.Ok { Value: { GuildId: { } guild } channel }
            || !IsPostedTo(channel.Type)
            || Snowflake.TryParse(asker.Id) is not { } person
        )
            return new PlaceLookup.Unknown();
        if (
            await client.GetGuildAsync(guild, cancellation) is not ApiAnswer<DiscordGuild>.Ok { Value: var server }
            || await client.GetMemberAsync(guild, person, cancellation)
                is not ApiAnswer<DiscordMember>.Ok { Value: var member }
        )
            return new PlaceLookup.Unknown();
        var title = Title(channel);
        if (
            PermissionSum.InGuild(server, member, person).HasFlag(DiscordPermissions.ManageGuild)
            || await MayByRoleAsync(guild, member, cancellation)
        )
            return new PlaceLookup.Found(DiscordAddress.Of(guild, id), title);
        // Whoever may not see a channel does not learn what it is called.
        return
            channel.Type != DiscordChannelType.PrivateThread
            && await BearerAsync(channel, cancellation) is { } bearer
            && PermissionSum
                .InChannel(server, member, person, bearer, time.GetUtcNow())
                .HasFlag(DiscordPermissions.ViewChannel)
            ? new PlaceLookup.NotTheirs(title)
            : new PlaceLookup.Unknown();
    }

    private async Task<bool> MayByRoleAsync(Snowflake guild, DiscordMember member, CancellationToken cancellation) =>
        member.Roles is { Count: > 0 } roles
        && await places.FindAsync(DiscordAddress.OfGuild(guild), cancellation) is { } known
        && known.Roles.Any(r => roles.Any(held => held.ToString() == r.Id));

    /// <summary>Of the place's server, by id, by mention or by name.</summary>
    public async Task<RoleLookup> FindRolesAsync(
        string written,
        Destination destination,
        CancellationToken cancellation
    )
    {
        if (Snowflake.TryParse(destination.Chat.Address) is not { } guild)
            return new RoleLookup.Unknown(written);
        if (await client.GetGuildAsync(guild, cancellation) is not ApiAnswer<DiscordGuild>.Ok { Value: var server })
            return new RoleLookup.Unreachable();
        // Everyone has the role of the server's own number: it gives nobody anything.
        var there = (server.Roles ?? []).Where(r => r.Id != guild).ToList();
        var found = new List<PlaceRole>();
        foreach (var name in RoleNames.In(written))
        {
            var called = there.FindAll(r => r.Id.ToString() == name);
            if (called.Count == 0)
                called = there.FindAll(r =>
                    string.Equals(r.Name?.TrimStart('@'), name, StringComparison.OrdinalIgnoreCase)
                );
            if (called is not [var role])
                return called.Count == 0 ? new RoleLookup.Unknown(name) : new RoleLookup.Ambiguous(name);
            if (found.TrueForAll(r => r.Id != role.Id.ToString()))
                found.Add(new PlaceRole(role.Id.ToString(), role.Name ?? ""));
        }

        return found.Count == 0 ? new RoleLookup.Unknown(written) : new RoleLookup.Found(found);
    }

    /// <returns>What a channel of a server is called there; null of anything else.</returns>
    public async Task<string?> FindTitleAsync(Destination destination, CancellationToken cancellation) =>
        DiscordAddress.Read(destination) is var (guild, id)
        && await channels.FindAsync(id, cancellation)
            is ApiAnswer<DiscordChannel>.Ok { Value: { GuildId: not null } channel }
        && DiscordAddress.Agrees(guild, channel)
            ? Title(channel)
            : null;

    /// <summary>True where the address names a server and a channel of it that can be seen.</summary>
    public async Task<bool> LiesInItsServerAsync(Destination destination, CancellationToken cancellation) =>
        DiscordAddress.Read(destination) is ({ } guild, var id)
        && await channels.FindAsync(id, cancellation) is ApiAnswer<DiscordChannel>.Ok { Value: var channel }
        && DiscordAddress.Agrees(guild, channel);

    /// <returns>What stands in the way of posting there; null where nothing does.</returns>
    public async Task<string?> CheckAsync(Destination destination, CancellationToken cancellation)
    {
        if (DiscordAddress.ReadPerson(destination) is not null)
            return null;
        if (DiscordAddress.Read(destination) is not var (guild, id))
            return $"“{destination.Address}” is no channel of Discord's; copy its number (Developer Mode, Copy Channel ID)";
        channels.Forget(id);
        switch (await channels.FindAsync(id, cancellation))
        {
            case ApiAnswer<DiscordChannel>.Ok { Value: var other } when !DiscordAddress.Agrees(guild, other):
                return "why.channel-gone";
            case ApiAnswer<DiscordChannel>.Ok { Value.GuildId: null }:
                return null; // Direct messages: whether they are taken, only a message can tell.
            case ApiAnswer<DiscordChannel>.Ok { Value.GuildId: { } oldest } when guild is null && oldest == id:
                return null; // A whole server; old ones share their number with their first channel.
            case ApiAnswer<DiscordChannel>.Ok { Value: var channel }:
                return await CheckAsync(channel, cancellation);
            case ApiAnswer<DiscordChannel>.Refused { Code: ErrorCode.UnknownChannel }:
                // The number of a whole server: being in it is enough.
                return await client.GetGuildAsync(id, cancellation) is ApiAnswer<DiscordGuild>.Ok
                    ? null
                    : "why.channel-gone";
            case ApiAnswer<DiscordChannel>.Refused { Status: 403 }:
                var isIn = await client.GetGuildAsync(guild ?? id, cancellation) is ApiAnswer<DiscordGuild>.Ok;
                return guild is null
                    ? isIn
                        ? null
                        : "why.lacks-view"
                    : isIn
                        ? "why.lacks-view"
                        : "why.removed";
            case ApiAnswer<DiscordChannel>.Refused refused:
                return refused.Message;
            case ApiAnswer<DiscordChannel>.Stopped:
                return "why.discord-token";
            default:
                return "why.discord-unreachable";
        }
    }

    private async Task<string?> CheckAsync(DiscordChannel channel, CancellationToken cancellation)
    {
        // A channel of a server has one.
        var guildId = channel.GuildId!.Value;
        if (IsThread(channel.Type) && channel.ThreadMetadata is { Locked: true })
            return "why.thread-locked";
        if (await BearerAsync(channel, cancellation) is not { } bearer)
            return "why.lacks-view";

        if (await client.GetGuildAsync(guildId, cancellation) is not ApiAnswer<DiscordGuild>.Ok guild)
            return "why.discord-unreachable";
        await account.KnowAsync(cancellation);
        if (account.Member is not { } me)
            return "why.discord-unreachable";
        switch (await client.GetMemberAsync(guildId, me, cancellation))
        {
            case ApiAnswer<DiscordMember>.Ok member:
                var may = PermissionSum.InChannel(guild.Value, member.Value, me, bearer, time.GetUtcNow());
                return Needs(channel.Type).FirstOrDefault(n => !may.HasFlag(n.Permission)).Why
                    ?? (channel is { RequiresTag: true, AvailableTags: null or { Count: 0 } } ? "why.no-tags" : null);
            case ApiAnswer<DiscordMember>.Refused:
                return "why.removed";
            default:
                return "why.discord-unreachable";
        }
    }

    /// <summary>The channel whose permissions count: a thread has those of the one that it hangs under.</summary>
    /// <returns>Null where that one cannot be seen.</returns>
    private async Task<DiscordChannel?> BearerAsync(DiscordChannel channel, CancellationToken cancellation)
    {
        if (!IsThread(channel.Type) || channel.ParentId is not { } parent)
            return channel;
        channels.Forget(parent);
        return await channels.FindAsync(parent, cancellation) is ApiAnswer<DiscordChannel>.Ok above
            ? above.Value
            : null;
    }

    private static string Title(DiscordChannel channel) => $"#{channel.Name}";

    private static (DiscordPermissions Permission, string Why)[] Needs(DiscordChannelType type) =>
        IsThread(type) ? ForThreads
        : IsForum(type) ? ForForums
        : ForMessages;

    public static bool IsForum(DiscordChannelType type) =>
        type is DiscordChannelType.GuildForum or DiscordChannelType.GuildMedia;

    private static bool IsThread(DiscordChannelType type) =>
        type
            is DiscordChannelType.AnnouncementThread
                or DiscordChannelType.PublicThread
                or DiscordChannelType.PrivateThread;

    private static bool IsPostedTo(DiscordChannelType type) =>
        IsThread(type) || IsForum(type) || type is DiscordChannelType.GuildText or DiscordChannelType.GuildAnnouncement;

    /// <summary>"&lt;#123&gt;", "123", "discord:1/123", "https://discord.com/channels/1/123".</summary>
    private static Snowflake? ChannelIn(string written)
    {
        if (written is ['<', '#', .. var mentioned, '>'])
            return Snowflake.TryParse(mentioned);
        if (Uri.TryCreate(written, UriKind.Absolute, out var link) && link.Scheme is "http" or "https")
            return
                link!.Segments.Select(s => s.Trim('/')).Where(s => s.Length > 0).ToList()
                    is ["channels", _, var linked, ..]
                ? Snowflake.TryParse(linked)
                : null;
        var address = written.StartsWith($"{DiscordAddress.Platform}:", StringComparison.OrdinalIgnoreCase)
            ? written[(DiscordAddress.Platform.Length + 1)..]
            : written;
        return DiscordAddress.Read(new Destination(DiscordAddress.Platform, address))?.Channel;
    }
}
