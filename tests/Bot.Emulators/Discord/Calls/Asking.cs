using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord.Calls;

/// <summary>What only asks who and what there is, and what only shows.</summary>
internal static class Asking
{
    public static ApiAnswer Gateway(ApiCall call) => ApiAnswer.Of(new JsonObject { ["url"] = Address(call) });

    /// <summary>https://docs.discord.com/developers/events/gateway#get-gateway-bot</summary>
    public static ApiAnswer GatewayBot(ApiCall call) =>
        ApiAnswer.Of(
            new JsonObject
            {
                ["url"] = Address(call),
                ["shards"] = call.Realm.Options.Shards,
                ["session_start_limit"] = call.Bot.Gateway.Starts.Describe(),
            }
        );

    public static ApiAnswer Me(ApiCall call) => ApiAnswer.Of(AccountJson.OfMyself(call.Bot));

    public static ApiAnswer Application(ApiCall call)
    {
        var guilds = call.Realm.Guilds.Where(g => g.HasMember(call.Bot)).ToList();
        return ApiAnswer.Of(
            AccountJson.OfApplication(call.Bot, guilds.FirstOrDefault()?.Owner ?? (Account)call.Bot, guilds.Count)
        );
    }

    public static ApiAnswer DirectMessages(ApiCall call)
    {
        var person =
            Components.Text(call.Form, "recipient_id") is { } text
            && long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var id)
                ? call.Realm.FindAccount(id) as Person
                : null;
        return person is null
            ? throw new Refused(400, 50033, "Invalid Recipient(s)")
            : ApiAnswer.Of(ChannelJson.Of(call.Realm.DirectChannel(person, call.Bot)));
    }

    public static ApiAnswer Guild(ApiCall call) => ApiAnswer.Of(GuildJson.Of(Addressee.Guild(call)));

    public static ApiAnswer Channels(ApiCall call) =>
        ApiAnswer.Of(Addressee.Guild(call).Channels.Select(ChannelJson.Of).ToJson());

    /// <summary>https://docs.discord.com/developers/resources/guild#list-active-guild-threads</summary>
    public static ApiAnswer ActiveThreads(ApiCall call) =>
        ApiAnswer.Of(
            new JsonObject
            {
                ["threads"] = Addressee.Guild(call).Threads.Where(t => !t.IsArchived).Select(ChannelJson.Of).ToJson(),
                ["members"] = new JsonArray(),
            }
        );

    public static ApiAnswer Roles(ApiCall call) =>
        ApiAnswer.Of(Addressee.Guild(call).Roles.Select(GuildJson.OfRole).ToJson());

    public static ApiAnswer Member(ApiCall call)
    {
        var guild = Addressee.Guild(call);
        var account = call.Realm.FindAccount(call.Id("user_id")) ?? throw new Refused(404, 10013, "Unknown User");
        return guild.HasMember(account)
            ? ApiAnswer.Of(AccountJson.OfMember(guild, account))
            : throw new Refused(404, 10007, "Unknown Member");
    }

    public static ApiAnswer Channel(ApiCall call) => ApiAnswer.Of(ChannelJson.Of(Addressee.Visible(call)));

    public static ApiAnswer Messages(ApiCall call)
    {
        var channel = Addressee.Visible(call);
        Addressee.Need(call, channel, Permissions.ReadMessageHistory);
        var limit = int.TryParse(call.Query("limit"), System.Globalization.CultureInfo.InvariantCulture, out var asked)
            ? Math.Clamp(asked, 1, 100)
            : 50;
        return ApiAnswer.Of(
            channel
                .AllMessages.Where(m => !m.IsDeleted && !m.IsEphemeral)
                .Reverse()
                .Take(limit)
                .Select(MessageJson.Of)
                .ToJson()
        );
    }

    public static ApiAnswer Message(ApiCall call)
    {
        var channel = Addressee.Visible(call);
        Addressee.Need(call, channel, Permissions.ReadMessageHistory);
        return ApiAnswer.Of(MessageJson.Of(Addressee.Message(call, channel)));
    }

    public static ApiAnswer Typing(ApiCall call)
    {
        Addressee.Writable(call).Typings++;
        return ApiAnswer.Nothing;
    }

    private static string Address(ApiCall call) => call.Realm.SocketUrl.ToString().TrimEnd('/');
}
