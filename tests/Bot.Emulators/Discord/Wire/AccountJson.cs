using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Wire;

/// <summary>https://docs.discord.com/developers/resources/user#user-object</summary>
internal static class AccountJson
{
    public static JsonObject Of(Account account)
    {
        var json = new JsonObject
        {
            ["id"] = $"{account.Id}",
            ["username"] = account.Name.ToLowerInvariant().Replace(' ', '_'),
            ["global_name"] = account.IsBot ? null : account.Name,
            ["avatar"] = null,
            ["discriminator"] = account.IsBot ? "0001" : "0",
            ["public_flags"] = 0,
            ["flags"] = 0,
            ["primary_guild"] = null,
        };
        if (account.IsBot)
        {
            json["bot"] = true;
            json["username"] = account.Name;
        }

        return json;
    }

    /// <summary>What a bot is told of itself.</summary>
    public static JsonObject OfMyself(BotAccount bot)
    {
        var json = Of(bot);
        json["mfa_enabled"] = true;
        json["locale"] = "en-US";
        json["verified"] = true;
        json["email"] = null;
        return json;
    }

    /// <summary>https://docs.discord.com/developers/resources/application#application-object</summary>
    public static JsonObject OfApplication(BotAccount bot, Account owner, int guilds) =>
        new()
        {
            ["id"] = $"{bot.Id}",
            ["name"] = bot.Name,
            ["icon"] = null,
            ["description"] = "",
            ["type"] = null,
            ["bot"] = Of(bot),
            ["bot_public"] = true,
            ["bot_require_code_grant"] = false,
            ["verify_key"] = new string('0', 64),
            ["flags"] = 0,
            ["max_participants"] = null,
            ["tags"] = new JsonArray(),
            ["integration_types_config"] = new JsonObject { ["0"] = new JsonObject() },
            ["redirect_uris"] = new JsonArray(),
            ["interactions_endpoint_url"] = null,
            ["role_connections_verification_url"] = null,
            ["owner"] = Of(owner),
            ["approximate_guild_count"] = guilds,
            ["approximate_user_install_count"] = 0,
            ["approximate_user_authorization_count"] = 0,
            ["explicit_content_filter"] = 0,
            ["team"] = null,
            ["flags_new"] = "0",
            ["eligible_oauth2_scopes"] = new JsonArray("bot", "applications.commands"),
        };

    /// <summary>https://docs.discord.com/developers/resources/guild#guild-member-object</summary>
    public static JsonObject OfMember(Guild guild, Account account) =>
        new()
        {
            ["user"] = Of(account),
            ["nick"] = null,
            ["avatar"] = null,
            ["banner"] = null,
            ["roles"] = new JsonArray([.. guild.RolesOf(account).Select(r => JsonValue.Create($"{r.Id}"))]),
            ["joined_at"] = Timestamps.Of(account.Realm.Now),
            ["premium_since"] = null,
            ["deaf"] = false,
            ["mute"] = false,
            ["flags"] = 0,
            ["pending"] = false,
            ["communication_disabled_until"] = null,
        };
}
