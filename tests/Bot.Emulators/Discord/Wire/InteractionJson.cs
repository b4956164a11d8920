using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Wire;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object</summary>
internal static class InteractionJson
{
    private const int LargestAttachment = 10 * 1024 * 1024;

    public static JsonObject Of(Interaction interaction, JsonObject data)
    {
        var channel = interaction.Channel;
        var json = new JsonObject
        {
            ["id"] = $"{interaction.Id}",
            ["application_id"] = $"{interaction.Bot.Id}",
            ["type"] = (int)interaction.Kind,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["data"] = data,
            ["channel_id"] = $"{channel.Id}",
            ["channel"] = ChannelJson.Of(channel, PermissionRules.In(channel, interaction.By)),
            ["locale"] = interaction.By.Locale,
            ["app_permissions"] = ChannelJson.Bits(PermissionRules.In(channel, interaction.Bot)),
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = Owners(channel),
            ["context"] = channel.Guild is null ? 1 : 0,
            ["attachment_size_limit"] = LargestAttachment,
        };
        if (interaction.Source is { } message)
            json["message"] = MessageJson.Of(message);
        if (channel.Guild is not { } guild)
        {
            json["user"] = AccountJson.Of(interaction.By);
            return json;
        }

        json["guild_id"] = $"{guild.Id}";
        json["guild_locale"] = guild.Locale;
        json["guild"] = new JsonObject
        {
            ["id"] = $"{guild.Id}",
            ["locale"] = guild.Locale,
            ["features"] = new JsonArray(),
        };
        var member = AccountJson.OfMember(guild, interaction.By);
        member["permissions"] = ChannelJson.Bits(PermissionRules.In(channel, interaction.By));
        json["member"] = member;
        return json;
    }

    public static JsonObject Owners(Channel channel) => new() { ["0"] = $"{channel.Guild?.Id ?? 0}" };
}
