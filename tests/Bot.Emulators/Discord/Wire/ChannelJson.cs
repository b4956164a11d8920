using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Wire;

/// <summary>https://docs.discord.com/developers/resources/channel#channel-object</summary>
internal static class ChannelJson
{
    private const int RequiresTag = 1 << 4;

    public static JsonObject Of(Channel channel)
    {
        var json = new JsonObject
        {
            ["id"] = $"{channel.Id}",
            ["type"] = (int)channel.Kind,
            ["flags"] = channel.RequiresTag ? RequiresTag : 0,
            ["last_message_id"] = channel.LastMessageId is { } last ? $"{last}" : null,
        };
        if (channel.Guild is not { } guild)
        {
            json["recipients"] = new JsonArray(AccountJson.Of(channel.With!));
            return json;
        }

        json["guild_id"] = $"{guild.Id}";
        json["name"] = channel.Name;
        json["parent_id"] = channel.Parent is { } parent ? $"{parent.Id}" : null;
        json["rate_limit_per_user"] = 0;
        if (channel.IsThread)
            PutThread(json, channel);
        else
            PutPlace(json, channel);
        return json;
    }

    /// <summary>With what somebody may do there, as interactions tell it.</summary>
    public static JsonObject Of(Channel channel, Permissions permissions)
    {
        var json = Of(channel);
        json["permissions"] = Bits(permissions);
        return json;
    }

    public static string Bits(Permissions permissions) => ((long)permissions).ToString(CultureInfo.InvariantCulture);

    private static void PutThread(JsonObject json, Channel thread)
    {
        json["owner_id"] = $"{thread.Opener?.Id}";
        json["thread_metadata"] = new JsonObject
        {
            ["archived"] = thread.IsArchived,
            ["auto_archive_duration"] = (int)thread.ArchivesAfter.TotalMinutes,
            ["archive_timestamp"] = Timestamps.Of(thread.Realm.Now),
            ["create_timestamp"] = Timestamps.Of(thread.Realm.Now),
            ["locked"] = thread.IsLocked,
        };
        if (thread.Kind == ChannelKind.PrivateThread)
            json["thread_metadata"]!["invitable"] = true;
        json["message_count"] = thread.AllMessages.Count;
        json["member_count"] = 1;
        json["total_message_sent"] = thread.AllMessages.Count;
        if (thread.Parent?.Kind == ChannelKind.Forum)
            json["applied_tags"] = new JsonArray([.. thread.AppliedTags.Select(t => JsonValue.Create($"{t.Id}"))]);
    }

    private static void PutPlace(JsonObject json, Channel channel)
    {
        json["position"] = 0;
        json["nsfw"] = false;
        json["topic"] = null;
        json["permission_overwrites"] = channel
            .Overwrites.Select(o => new JsonObject
            {
                ["id"] = $"{o.Id}",
                ["type"] = o.IsRole ? 0 : 1,
                ["allow"] = Bits(o.Allow),
                ["deny"] = Bits(o.Deny),
            })
            .ToJson();
        if (channel.Kind != ChannelKind.Forum)
            return;
        json["default_reaction_emoji"] = null;
        json["default_sort_order"] = null;
        json["default_forum_layout"] = 0;
        json["available_tags"] = channel
            .Tags.Select(t => new JsonObject
            {
                ["id"] = $"{t.Id}",
                ["name"] = t.Name,
                ["moderated"] = false,
                ["emoji_id"] = null,
                ["emoji_name"] = null,
            })
            .ToJson();
    }
}
