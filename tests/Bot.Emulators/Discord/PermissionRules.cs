namespace Bot.Emulators.Discord;

/// <summary>https://docs.discord.com/developers/topics/permissions#permission-overwrites</summary>
internal static class PermissionRules
{
    private const Permissions LeftToTimedOut = Permissions.ViewChannel | Permissions.ReadMessageHistory;

    private const Permissions NeedsSending =
        Permissions.EmbedLinks | Permissions.AttachFiles | Permissions.MentionEveryone;

    public static Permissions In(Guild guild, Account account)
    {
        if (guild.Owner == account)
            return Permissions.All;
        var given = guild.Everyone.Permissions;
        foreach (var role in guild.RolesOf(account))
            given |= role.Permissions;
        return given.HasFlag(Permissions.Administrator) ? Permissions.All : given;
    }

    public static Permissions In(Channel channel, Account account)
    {
        if (channel.Guild is not { } guild)
            return Permissions.Usual;
        if (!guild.HasMember(account))
            return Permissions.None;
        var given = In(guild, account);
        if (given.HasFlag(Permissions.Administrator))
            return Permissions.All;
        // A thread has no overwrites of its own.
        given = Overwritten(given, channel.Parent is { } parent && channel.IsThread ? parent : channel, guild, account);
        if (guild.IsTimedOut(account))
            given &= LeftToTimedOut;
        if (!given.HasFlag(Permissions.ViewChannel))
            return Permissions.None;
        if (
            channel.Kind == ChannelKind.PrivateThread
            && channel.Opener != account
            && !given.HasFlag(Permissions.ManageThreads)
        )
            return Permissions.None;
        var sending = channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages;
        return given.HasFlag(sending) ? given : given & ~NeedsSending;
    }

    private static Permissions Overwritten(Permissions given, Channel channel, Guild guild, Account account)
    {
        var roles = guild.RolesOf(account).Select(r => r.Id).ToHashSet();
        var (allow, deny) = (Permissions.None, Permissions.None);
        foreach (var overwrite in channel.Overwrites.Where(o => o.IsRole && o.Id == guild.Id))
            given = (given & ~overwrite.Deny) | overwrite.Allow;
        foreach (var overwrite in channel.Overwrites.Where(o => o.IsRole && roles.Contains(o.Id)))
            (allow, deny) = (allow | overwrite.Allow, deny | overwrite.Deny);
        given = (given & ~deny) | allow;
        foreach (var overwrite in channel.Overwrites.Where(o => !o.IsRole && o.Id == account.Id))
            given = (given & ~overwrite.Deny) | overwrite.Allow;
        return given;
    }
}
