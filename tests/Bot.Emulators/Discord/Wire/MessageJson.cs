using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Wire;

/// <summary>https://docs.discord.com/developers/resources/message#message-object</summary>
internal static class MessageJson
{
    private const int Reply = 19;

    public static JsonObject Of(Message message)
    {
        var json = new JsonObject
        {
            ["id"] = $"{message.Id}",
            ["channel_id"] = $"{message.Channel.Id}",
            ["author"] = AccountJson.Of(message.Author),
            ["content"] = message.Content,
            ["timestamp"] = Timestamps.Of(message.At),
            ["edited_timestamp"] = message.EditedAt is { } edited ? Timestamps.Of(edited) : null,
            ["tts"] = false,
            ["mention_everyone"] = message.Pings.Any(p => p.Whom is "@everyone" or "@here"),
            ["mentions"] = new JsonArray(),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = message.Attachments.Select(OfAttachment).ToJson(),
            ["embeds"] = message.EmbedNodes.OfType<JsonObject>().Select(OfEmbed).ToJson(),
            ["components"] = Numbered(message.ComponentNodes),
            ["pinned"] = false,
            ["type"] = message.ReplyTo is null ? message.Type : Reply,
            ["flags"] = FlagsOf(message),
        };
        if (message.Nonce is { } nonce)
            json["nonce"] = nonce.DeepClone();
        if (message.ReplyTo is { } reply)
            json["message_reference"] = new JsonObject
            {
                ["type"] = 0,
                ["message_id"] = $"{reply.Id}",
                ["channel_id"] = $"{reply.Channel.Id}",
            };
        if (message.Answers is not { } interaction)
            return json;
        json["application_id"] = $"{interaction.Bot.Id}";
        json["webhook_id"] = $"{interaction.Bot.Id}";
        json["interaction_metadata"] = Metadata(interaction);
        return json;
    }

    private static int FlagsOf(Message message) =>
        message.Flags
        | (message.IsEphemeral ? MessageFlags.Ephemeral : 0)
        | (message.IsLoading ? MessageFlags.Loading : 0)
        | (message.IsCrossposted ? MessageFlags.Crossposted : 0);

    private static JsonObject Metadata(Interaction interaction)
    {
        var json = new JsonObject
        {
            ["id"] = $"{interaction.Id}",
            ["type"] = (int)interaction.Kind,
            ["user"] = AccountJson.Of(interaction.By),
            ["authorizing_integration_owners"] = InteractionJson.Owners(interaction.Channel),
        };
        if (interaction.Kind == InteractionKind.Component && interaction.Source is { } source)
            json["interacted_message_id"] = $"{source.Id}";
        if (interaction.Kind == InteractionKind.ModalSubmit)
            json["triggering_interaction_metadata"] = new JsonObject
            {
                ["id"] = $"{interaction.Id}",
                ["type"] = (int)InteractionKind.Command,
                ["user"] = AccountJson.Of(interaction.By),
                ["authorizing_integration_owners"] = InteractionJson.Owners(interaction.Channel),
            };
        return json;
    }

    private static JsonObject OfAttachment(Attachment file) =>
        new()
        {
            ["id"] = $"{file.Id}",
            ["filename"] = file.Name,
            ["size"] = file.Bytes.Length,
            ["url"] = $"https://cdn.discordapp.com/attachments/{file.Id}/{file.Name}",
            ["proxy_url"] = $"https://media.discordapp.net/attachments/{file.Id}/{file.Name}",
        };

    private static JsonObject OfEmbed(JsonObject sent)
    {
        var json = sent.DeepClone().AsObject();
        json["type"] = "rich";
        foreach (var field in (json["fields"] as JsonArray ?? []).OfType<JsonObject>())
            field["inline"] ??= false;
        return json;
    }

    /// <summary>The platform numbers components that the bot has not numbered.</summary>
    private static JsonArray Numbered(JsonArray sent)
    {
        var json = sent.DeepClone().AsArray();
        var next = 1;
        foreach (var component in Components.All(json))
        {
            component["id"] ??= next++;
            if (Components.IsSelect(component))
            {
                component["min_values"] ??= 1;
                component["max_values"] ??= 1;
                component["disabled"] ??= false;
            }
        }

        return json;
    }
}
