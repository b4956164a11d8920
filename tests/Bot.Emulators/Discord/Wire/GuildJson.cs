using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Wire;

/// <summary>https://docs.discord.com/developers/resources/guild#guild-object</summary>
internal static class GuildJson
{
    public static JsonObject Of(Guild guild) =>
        new()
        {
            ["id"] = $"{guild.Id}",
            ["name"] = guild.Name,
            ["icon"] = null,
            ["description"] = null,
            ["home_header"] = null,
            ["splash"] = null,
            ["discovery_splash"] = null,
            ["banner"] = null,
            ["owner_id"] = $"{guild.Owner.Id}",
            ["application_id"] = null,
            ["region"] = "deprecated",
            ["afk_channel_id"] = null,
            ["afk_timeout"] = 300,
            ["system_channel_id"] = guild.SystemChannel is { } system ? $"{system.Id}" : null,
            ["system_channel_flags"] = 0,
            ["widget_enabled"] = false,
            ["widget_channel_id"] = null,
            ["verification_level"] = 0,
            ["default_message_notifications"] = 1,
            ["explicit_content_filter"] = 0,
            ["mfa_level"] = 0,
            ["max_presences"] = null,
            ["max_members"] = 25_000_000,
            ["max_stage_video_channel_users"] = 50,
            ["max_video_channel_users"] = 25,
            ["vanity_url_code"] = null,
            ["premium_tier"] = 0,
            ["premium_subscription_count"] = 0,
            ["premium_progress_bar_enabled"] = false,
            ["preferred_locale"] = guild.Locale,
            ["rules_channel_id"] = null,
            ["safety_alerts_channel_id"] = null,
            ["public_updates_channel_id"] = null,
            ["nsfw"] = false,
            ["nsfw_level"] = 0,
            ["features"] = new JsonArray("COMMUNITY", "NEWS"),
            ["incidents_data"] = null,
            ["emojis"] = new JsonArray(),
            ["stickers"] = new JsonArray(),
            ["roles"] = guild.Roles.Select((r, i) => OfRole(r, i)).ToJson(),
        };

    /// <summary>https://docs.discord.com/developers/events/gateway-events#guild-create</summary>
    public static JsonObject OfCreated(Guild guild, BotAccount bot)
    {
        var json = Of(guild);
        json["joined_at"] = Timestamps.Of(guild.Realm.Now);
        json["large"] = false;
        json["unavailable"] = false;
        json["member_count"] = guild.MemberCount;
        json["members"] = new JsonArray(AccountJson.OfMember(guild, bot));
        json["channels"] = guild.Channels.Select(c => ChannelJson.Of(c)).ToJson();
        json["threads"] = guild.Threads.Where(t => !t.IsArchived).Select(t => ChannelJson.Of(t)).ToJson();
        foreach (
            var empty in new[]
            {
                "voice_states",
                "presences",
                "stage_instances",
                "guild_scheduled_events",
                "soundboard_sounds",
            }
        )
            json[empty] = new JsonArray();
        return json;
    }

    public static JsonObject OfUnavailable(Guild guild) => new() { ["id"] = $"{guild.Id}", ["unavailable"] = true };

    public static JsonObject OfGone(Guild guild) => new() { ["id"] = $"{guild.Id}" };

    /// <summary>https://docs.discord.com/developers/topics/permissions#role-object</summary>
    public static JsonObject OfRole(Role role, int position) =>
        new()
        {
            ["id"] = $"{role.Id}",
            ["name"] = role.Name,
            ["description"] = null,
            ["permissions"] = ((long)role.Permissions).ToString(CultureInfo.InvariantCulture),
            ["position"] = position,
            ["color"] = 0,
            ["colors"] = new JsonObject
            {
                ["primary_color"] = 0,
                ["secondary_color"] = null,
                ["tertiary_color"] = null,
            },
            ["hoist"] = false,
            ["managed"] = false,
            ["mentionable"] = role.IsMentionable,
            ["icon"] = null,
            ["unicode_emoji"] = null,
            ["flags"] = 0,
        };

    public static JsonObject OfRoleEvent(Role role) =>
        new() { ["guild_id"] = $"{role.Guild.Id}", ["role"] = OfRole(role, role.Guild.Roles.Count - 1) };
}
