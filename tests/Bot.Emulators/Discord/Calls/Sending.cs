using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord.Calls;

/// <summary>https://docs.discord.com/developers/resources/message</summary>
internal static class Sending
{
    public static ApiAnswer Create(ApiCall call)
    {
        var channel = Addressee.Writable(call);
        var form = call.Form;
        Check(call, channel, form, call.Files.Count);
        if (MessageRules.IsEmpty(form, call.Files.Count))
            throw Refused.Empty();
        var isEnforced = Components.Flag(form, "enforce_nonce");
        if (isEnforced && form["nonce"] is null)
            call.Breaks("enforce_nonce", "there is no nonce to enforce");
        if (
            isEnforced
            && form["nonce"] is { } nonce
            && call.Realm.Nonces.Find(call.Bot, channel, $"{nonce}") is { } sent
        )
            return ApiAnswer.Of(MessageJson.Of(sent));
        var reply = ReplyTo(call, channel, form);
        var message = Writing.Add(call, channel, form, m => m.ReplyTo = reply);
        message.Nonce = form["nonce"]?.DeepClone();
        if (form["nonce"] is { } kept)
            call.Realm.Nonces.Keep(call.Bot, $"{kept}", message);
        return ApiAnswer.Of(MessageJson.Of(message));
    }

    public static ApiAnswer Edit(ApiCall call)
    {
        var channel = Addressee.Visible(call);
        var message = Addressee.Message(call, channel);
        if (message.Author != call.Bot)
            throw new Refused(403, 50005, "Cannot edit a message authored by another user");
        Check(call, channel, call.Form, call.Files.Count);
        Writing.Edit(call, message, call.Form);
        return ApiAnswer.Of(MessageJson.Of(message));
    }

    public static ApiAnswer Delete(ApiCall call)
    {
        var channel = Addressee.Visible(call);
        var message = Addressee.Message(call, channel);
        if (message.Author != call.Bot)
            Addressee.Need(call, channel, Permissions.ManageMessages);
        message.IsDeleted = true;
        call.Realm.Bell.Ring();
        return ApiAnswer.Nothing;
    }

    public static ApiAnswer Crosspost(ApiCall call)
    {
        var channel = Addressee.Visible(call);
        if (channel.Kind != ChannelKind.Announcement)
            throw Refused.WrongChannelKind();
        var message = Addressee.Message(call, channel);
        Addressee.Need(call, channel, Permissions.SendMessages);
        if (message.Author != call.Bot)
            Addressee.Need(call, channel, Permissions.ManageMessages);
        if (message.IsCrossposted)
            throw new Refused(400, 40033, "This message has already been crossposted.");
        message.IsCrossposted = true;
        call.Realm.Bell.Ring();
        return ApiAnswer.Of(MessageJson.Of(message));
    }

    /// <summary>Holds a message against the limits, and against what the bot may send there.</summary>
    public static void Check(ApiCall call, Channel channel, JsonObject form, int files, string path = "")
    {
        var errors = new FormErrors(call);
        MessageRules.Check(form, path, files, errors);
        errors.ThrowIfAny();
        if (form["embeds"] is JsonArray { Count: > 0 })
            Addressee.Need(call, channel, Permissions.EmbedLinks);
        if (files > 0)
            Addressee.Need(call, channel, Permissions.AttachFiles);
    }

    private static Message? ReplyTo(ApiCall call, Channel channel, JsonObject form)
    {
        if (form["message_reference"] is not JsonObject reference)
            return null;
        if (!PermissionRules.In(channel, call.Bot).HasFlag(Permissions.ReadMessageHistory))
            throw new Refused(400, 160002, "Cannot reply without permission to read message history");
        var found = long.TryParse(
            Components.Text(reference, "message_id"),
            System.Globalization.CultureInfo.InvariantCulture,
            out var id
        )
            ? channel.FindMessage(id)
            : null;
        if (found is not null || reference["fail_if_not_exists"] is JsonValue no && !(bool)no)
            return found;
        var errors = new FormErrors(call);
        errors.Add("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        errors.ThrowIfAny();
        return null;
    }
}
