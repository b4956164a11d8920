namespace Bot.Emulators.Discord.Calls;

/// <summary>What can be asked of the emulator, and how often. The platform keeps its numbers to itself; these are what it has been seen to use.</summary>
internal static class RouteTable
{
    private const string Commands = "/applications/{application_id}/commands";
    private const string GuildCommands = "/applications/{application_id}/guilds/{guild_id}/commands";
    private const string Channel = "/channels/{channel_id}";
    private const string Messages = $"{Channel}/messages";
    private const string Message = $"{Messages}/{{message_id}}";
    private const string Webhook = "/webhooks/{webhook_id}/{webhook_token}";
    private const string Original = $"{Webhook}/messages/@original";
    private const string Later = $"{Webhook}/messages/{{message_id}}";

    public static readonly IReadOnlyList<ApiRoute> All =
    [
        new("GET", "/gateway", Asking.Gateway),
        new("GET", "/gateway/bot", Asking.GatewayBot, 2, 5),
        new("GET", "/users/@me", Asking.Me),
        new("POST", "/users/@me/channels", Asking.DirectMessages, 10, 10),
        new("GET", "/applications/@me", Asking.Application),
        new("GET", "/oauth2/applications/@me", Asking.Application),
        new("GET", Commands, Commanding.Get),
        new("PUT", Commands, Commanding.Set, 5, 20),
        new("GET", GuildCommands, Commanding.Get),
        new("PUT", GuildCommands, Commanding.Set, 5, 20),
        new("GET", "/guilds/{guild_id}", Asking.Guild),
        new("GET", "/guilds/{guild_id}/channels", Asking.Channels),
        new("GET", "/guilds/{guild_id}/roles", Asking.Roles),
        new("GET", "/guilds/{guild_id}/threads/active", Asking.ActiveThreads),
        new("GET", "/guilds/{guild_id}/members/{user_id}", Asking.Member, 5, 1),
        new("GET", Channel, Asking.Channel),
        new("PATCH", Channel, Threads.Change, 5, 5),
        new("GET", Messages, Asking.Messages, 5, 1),
        new("POST", Messages, Sending.Create, 5, 5),
        new("GET", Message, Asking.Message, 30, 30),
        new("PATCH", Message, Sending.Edit, 5, 5),
        new("DELETE", Message, Sending.Delete, 5, 1),
        new("POST", $"{Message}/crosspost", Sending.Crosspost, 10, 3600),
        new("POST", $"{Message}/threads", Threads.FromMessage, 50, 300),
        new("POST", $"{Channel}/threads", Threads.Start, 50, 300),
        new("POST", $"{Channel}/typing", Asking.Typing, 5, 5),
        new(
            "POST",
            "/interactions/{interaction_id}/{interaction_token}/callback",
            Answering.Callback,
            5,
            1,
            IsOpen: true
        ),
        new("POST", Webhook, Following.Up, 5, 2, IsOpen: true),
        new("GET", Original, Following.GetOriginal, 5, 2, IsOpen: true),
        new("PATCH", Original, Following.EditOriginal, 5, 2, IsOpen: true),
        new("DELETE", Original, Following.DeleteOriginal, 5, 2, IsOpen: true),
        new("GET", Later, Following.Get, 5, 2, IsOpen: true),
        new("PATCH", Later, Following.Edit, 5, 2, IsOpen: true),
        new("DELETE", Later, Following.Delete, 5, 2, IsOpen: true),
    ];

    /// <summary>What is seen in a channel.</summary>
    public static readonly IReadOnlySet<string> Seen = All.Where(r =>
            r.Method is "POST" or "PATCH"
            && (r.Template.Contains("messages", StringComparison.Ordinal) || r.Template is Webhook)
        )
        .Select(r => r.ToString())
        .ToHashSet(StringComparer.Ordinal);

    public static (ApiRoute Route, IReadOnlyDictionary<string, string> Names)? Find(string method, string path)
    {
        var steps = path.Split('/');
        foreach (var route in All)
            if (route.Method == method && route.Match(steps) is { } names)
                return (route, names);
        return null;
    }
}
