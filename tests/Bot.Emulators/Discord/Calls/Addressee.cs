namespace Bot.Emulators.Discord.Calls;

/// <summary>Finds the channel of a request, and says why a bot may not act there.</summary>
internal static class Addressee
{
    public static Guild Guild(ApiCall call)
    {
        var guild = call.Realm.FindGuild(call.Id("guild_id")) ?? throw new Refused(404, 10004, "Unknown Guild");
        return guild.HasMember(call.Bot) ? guild : throw Refused.MissingAccess();
    }

    /// <summary>A channel that the bot can see.</summary>
    public static Channel Visible(ApiCall call)
    {
        var channel = call.Realm.FindChannel(call.Id("channel_id")) ?? throw Refused.UnknownChannel();
        var isSeen = channel.Guild is null
            ? channel.WithBot == call.Bot
            : PermissionRules.In(channel, call.Bot).HasFlag(Permissions.ViewChannel);
        return isSeen ? channel : throw Refused.MissingAccess();
    }

    /// <summary>A channel that the bot may write to.</summary>
    public static Channel Writable(ApiCall call)
    {
        var channel = Visible(call);
        if (channel.Kind == ChannelKind.Forum)
            throw new Refused(400, 50008, "Cannot send messages in a non-text channel");
        if (channel.With?.TakesDirectMessages == false)
            throw new Refused(403, 50007, "Cannot send messages to this user");
        Need(call, channel, channel.IsThread ? Permissions.SendMessagesInThreads : Permissions.SendMessages);
        if (channel.IsLocked && !PermissionRules.In(channel, call.Bot).HasFlag(Permissions.ManageThreads))
            throw channel.IsArchived
                ? new Refused(400, 50083, "Thread is archived")
                : new Refused(400, 160005, "Thread is locked");
        return channel;
    }

    public static Message Message(ApiCall call, Channel channel) =>
        channel.FindMessage(call.Id("message_id")) is { IsEphemeral: false } message
            ? message
            : throw Refused.UnknownMessage();

    public static void Need(ApiCall call, Channel channel, Permissions needed)
    {
        if (!PermissionRules.In(channel, call.Bot).HasFlag(needed))
            throw Refused.MissingPermissions();
    }
}
