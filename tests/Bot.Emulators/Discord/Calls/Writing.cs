using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Emulators.Discord.Calls;

/// <summary>Makes messages of what a bot sent, and changes them.</summary>
internal static partial class Writing
{
    /// <summary>A new message that stands in the channel from now on.</summary>
    public static Message Add(ApiCall call, Channel channel, JsonObject form, Action<Message>? before = null)
    {
        var message = new Message(channel, call.Realm.NextId(), call.Bot, call.Realm.Now);
        before?.Invoke(message);
        Fill(call, message, form);
        message.Flags = (Components.Number(form, "flags") ?? 0) & MessageFlags.Sendable & ~MessageFlags.Ephemeral;
        message.Pings = PingsOf(message, form["allowed_mentions"] as JsonObject);
        channel.IsArchived &= channel.IsLocked;
        channel.Add(message);
        return message;
    }

    /// <summary>Changes the fields that are there.</summary>
    public static void Edit(ApiCall call, Message message, JsonObject form)
    {
        Fill(call, message, form);
        message.EditedAt = call.Realm.Now;
        if (message.IsLoading)
        {
            // What was only promised comes now, and rings now.
            message.IsLoading = false;
            message.Pings = PingsOf(message, form["allowed_mentions"] as JsonObject);
        }
        else
        {
            message.EditedCount++;
        }

        call.Realm.Bell.Ring();
    }

    private static void Fill(ApiCall call, Message message, JsonObject form)
    {
        if (form.ContainsKey("content"))
            message.Content = Components.Text(form, "content")?.Trim() ?? "";
        if (form.ContainsKey("embeds"))
            message.EmbedNodes = Copy(form["embeds"]);
        if (form.ContainsKey("components"))
            message.ComponentNodes = Copy(form["components"]);
        var kept = form["attachments"] is JsonArray listed
            ? message.Attachments.Where(a => listed.Any(l => Components.Text(l, "id") == $"{a.Id}"))
            : message.Attachments;
        message.Attachments =
        [
            .. kept,
            .. call.Files.Select(f => new Attachment(call.Realm.NextId(), f.Name, f.Bytes)),
        ];
    }

    private static JsonArray Copy(JsonNode? json) => json is JsonArray list ? list.DeepClone().AsArray() : [];

    /// <summary>https://docs.discord.com/developers/resources/message#allowed-mentions-object</summary>
    private static List<Ping> PingsOf(Message message, JsonObject? allowed)
    {
        var pings = new List<Ping>();
        var mayAll =
            message.Channel.Guild is null
            || PermissionRules.In(message.Channel, message.Author).HasFlag(Permissions.MentionEveryone);
        foreach (Match mention in Mentions().Matches(message.Content))
        {
            var id = long.TryParse(
                mention.Groups["id"].Value,
                System.Globalization.CultureInfo.InvariantCulture,
                out var n
            )
                ? n
                : 0;
            if (!mention.Groups["id"].Success && mayAll && Allows(allowed, "everyone", null))
                pings.Add(new Ping(mention.Value));
            else if (mention.Groups["role"].Success && Allows(allowed, "roles", id))
                pings.AddRange(RolesRung(message.Channel, id, mayAll));
            else if (mention.Groups["user"].Success && Allows(allowed, "users", id))
                pings.AddRange(PersonRung(message.Channel, id));
        }

        if (message.ReplyTo is { } reply && (allowed is null || Components.Flag(allowed, "replied_user")))
            pings.Add(new Ping($"@{reply.Author}"));
        return [.. pings.Distinct()];
    }

    private static bool Allows(JsonObject? allowed, string kind, long? id) =>
        allowed is null
        || (allowed["parse"] as JsonArray ?? []).Any(p => (string?)p == kind)
        || (id is not null && (allowed[kind] as JsonArray ?? []).Any(i => (string?)i == $"{id}"));

    private static IEnumerable<Ping> RolesRung(Channel channel, long id, bool mayAll) =>
        (channel.Guild?.Roles ?? [])
            .Where(r => r.Id == id && (r.IsMentionable || mayAll))
            .Select(r => new Ping($"@{r.Name}"));

    private static IEnumerable<Ping> PersonRung(Channel channel, long id) =>
        channel.Realm.FindAccount(id) is Person person
        && (channel.With == person || channel.Guild?.HasMember(person) == true)
            ? [new Ping($"@{person}")]
            : [];

    [GeneratedRegex(
        "<@&(?<role>)(?<id>[0-9]+)>|<@!?(?<user>)(?<id>[0-9]+)>|@everyone|@here",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Mentions();
}
