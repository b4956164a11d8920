using System.Globalization;
using Bot.Discord.Accounts;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Places;

/// <summary>
/// What a member may do, summed up from roles and what a channel changes of them.
/// https://docs.discord.com/developers/topics/permissions#permission-overwrites
/// </summary>
internal static class PermissionSum
{
    private const DiscordPermissions LeftToTimedOut =
        DiscordPermissions.ViewChannel | DiscordPermissions.ReadMessageHistory;

    private const DiscordPermissions All = (DiscordPermissions)~0L;

    private const int OfRole = 0;

    public static DiscordPermissions InGuild(DiscordGuild guild, DiscordMember member, Snowflake person)
    {
        if (guild.OwnerId == person)
            return All;
        var roles = Held(guild, member);
        var given = (guild.Roles ?? [])
            .Where(r => roles.Contains(r.Id))
            .Aggregate(DiscordPermissions.None, (sum, r) => sum | Read(r.Permissions));
        return given.HasFlag(DiscordPermissions.Administrator) ? All : given;
    }

    /// <param name="channel">Of a thread, the channel that it hangs under.</param>
    public static DiscordPermissions InChannel(
        DiscordGuild guild,
        DiscordMember member,
        Snowflake person,
        DiscordChannel channel,
        DateTimeOffset now
    )
    {
        var given = InGuild(guild, member, person);
        if (given == All)
            return All;
        var roles = Held(guild, member);
        var changes = channel.PermissionOverwrites ?? [];
        var everyone = changes.Where(c => c.Type == OfRole && c.Id == guild.Id);
        var held = changes.Where(c => c.Type == OfRole && c.Id != guild.Id && roles.Contains(c.Id));
        var own = changes.Where(c => c.Type != OfRole && c.Id == person);
        foreach (var step in new[] { everyone, held, own })
            given = Changed(given, [.. step]);
        if (member.CommunicationDisabledUntil > now)
            given &= LeftToTimedOut;
        return given.HasFlag(DiscordPermissions.ViewChannel) ? given : DiscordPermissions.None;
    }

    /// <summary>Bits that are no number grant nothing.</summary>
    public static DiscordPermissions Read(string? bits) =>
        long.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? (DiscordPermissions)value
            : DiscordPermissions.None;

    /// <summary>What several roles allow goes before what several forbid.</summary>
    private static DiscordPermissions Changed(DiscordPermissions given, IReadOnlyList<PermissionOverwrite> changes)
    {
        var deny = changes.Aggregate(DiscordPermissions.None, (sum, c) => sum | Read(c.Deny));
        var allow = changes.Aggregate(DiscordPermissions.None, (sum, c) => sum | Read(c.Allow));
        return (given & ~deny) | allow;
    }

    /// <summary>Everyone has the role of the server's own number.</summary>
    private static HashSet<Snowflake> Held(DiscordGuild guild, DiscordMember member) =>
        [guild.Id, .. member.Roles ?? []];
}
