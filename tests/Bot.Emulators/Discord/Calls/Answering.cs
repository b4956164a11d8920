using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord.Calls;

/// <summary>The first answer to an interaction. https://docs.discord.com/developers/interactions/receiving-and-responding#create-interaction-response</summary>
internal static class Answering
{
    private const int Pong = 1;
    private const int NewMessage = 4;
    private const int Deferred = 5;
    private const int DeferredUpdate = 6;
    private const int Update = 7;
    private const int Offers = 8;
    private const int OpensModal = 9;
    private const int ChatInputAnswer = 20;
    private const int MenuAnswer = 23;

    public static ApiAnswer Callback(ApiCall call)
    {
        var interaction = call.Realm.FindInteraction(call.Name("interaction_token"));
        if (interaction is null || $"{interaction.Id}" != call.Name("interaction_id"))
            throw Refused.UnknownInteraction();
        if (interaction.AcknowledgedAfter is not null)
        {
            call.Breaks("", "the interaction was answered before");
            throw new Refused(400, 40060, "Interaction has already been acknowledged.");
        }

        if (interaction.IsLate || interaction.IsOver)
        {
            call.Breaks("", $"the interaction was {call.Realm.Now - interaction.At} old");
            throw Refused.UnknownInteraction();
        }

        var type = Components.Number(call.Form, "type") ?? 0;
        CheckType(call, interaction, type);
        Answer(call, interaction, type, call.Form["data"] as JsonObject ?? []);
        interaction.AcknowledgedAfter = call.Realm.Now - interaction.At;
        call.Realm.Bell.Ring();
        return call.Asks("with_response") ? ApiAnswer.Of(Told(interaction, type)) : ApiAnswer.Nothing;
    }

    /// <summary>A message that answers an interaction: for all, or for who asked alone.</summary>
    public static Message Write(ApiCall call, Interaction interaction, JsonObject data)
    {
        var isPrivate = ((Components.Number(data, "flags") ?? 0) & MessageFlags.Ephemeral) != 0;
        return Writing.Add(
            call,
            interaction.Channel,
            data,
            message =>
            {
                message.Answers = interaction;
                message.OnlyFor = isPrivate ? interaction.By : null;
            }
        );
    }

    public static void Check(ApiCall call, JsonObject message, string path)
    {
        var errors = new FormErrors(call);
        MessageRules.Check(message, path, call.Files.Count, errors);
        errors.ThrowIfAny();
    }

    private static void CheckType(ApiCall call, Interaction interaction, int type)
    {
        var isRight = interaction.Kind switch
        {
            InteractionKind.Autocomplete => type == Offers,
            InteractionKind.Command => type is NewMessage or Deferred or OpensModal,
            InteractionKind.Component => type is NewMessage or Deferred or DeferredUpdate or Update or OpensModal,
            _ => type is NewMessage or Deferred || (type is DeferredUpdate or Update && interaction.Source is not null),
        };
        if (isRight && type != Pong)
            return;
        var errors = new FormErrors(call);
        errors.Add(
            "type",
            "INTERACTION_APPLICATION_COMMAND_CALLBACK_TYPE_INVALID",
            $"{type} is no answer to {interaction.Kind}"
        );
        errors.ThrowIfAny();
    }

    private static void Answer(ApiCall call, Interaction interaction, int type, JsonObject data)
    {
        switch (type)
        {
            case NewMessage:
                Check(call, data, "data");
                if (MessageRules.IsEmpty(data, call.Files.Count))
                    throw Refused.Empty();
                interaction.Original = Typed(Write(call, interaction, data), interaction);
                break;
            case Deferred:
                interaction.Original = Typed(Write(call, interaction, Promise(data)), interaction);
                interaction.Original.IsLoading = true;
                break;
            case DeferredUpdate:
                interaction.Original = interaction.Source;
                break;
            case Update:
                Check(call, data, "data");
                interaction.Original = interaction.Source;
                Writing.Edit(call, interaction.Source!, data);
                break;
            case Offers:
                interaction.Choices = Choices(call, data["choices"] as JsonArray ?? []);
                break;
            case OpensModal:
                ModalRules.Check(call, data);
                interaction.Modal = new Modal(interaction, data.DeepClone().AsObject());
                break;
        }
    }

    private static Message Typed(Message message, Interaction interaction)
    {
        message.Type =
            interaction.Kind != InteractionKind.Command ? 0
            : interaction.Payload["data"]?["target_id"] is null ? ChatInputAnswer
            : MenuAnswer;
        return message;
    }

    /// <summary>Of a promise only the flags are kept.</summary>
    private static JsonObject Promise(JsonObject data) => new() { ["flags"] = Components.Number(data, "flags") ?? 0 };

    private static List<Choice> Choices(ApiCall call, JsonArray choices)
    {
        var errors = new FormErrors(call);
        errors.Count(choices, "data.choices", 25);
        for (var i = 0; i < choices.Count; i++)
        {
            if (choices[i]?["value"] is null)
                errors.Required($"data.choices.{i}.value");
            errors.Length(choices[i], "name", $"data.choices.{i}", 100, least: 1);
            if (choices[i]?["value"] is JsonValue value && value.TryGetValue<string>(out _))
                errors.Length(choices[i], "value", $"data.choices.{i}", 100);
        }

        errors.ThrowIfAny();
        return [.. choices.Select(c => new Choice(Components.Text(c, "name") ?? "", $"{c!["value"]}"))];
    }

    /// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-callback-interaction-callback-response-object</summary>
    private static JsonObject Told(Interaction interaction, int type)
    {
        var told = new JsonObject { ["id"] = $"{interaction.Id}", ["type"] = (int)interaction.Kind };
        var json = new JsonObject { ["interaction"] = told };
        if (interaction.Original is not { } message)
            return json;
        told["response_message_id"] = $"{message.Id}";
        told["response_message_loading"] = message.IsLoading;
        told["response_message_ephemeral"] = message.IsEphemeral;
        if (type is NewMessage or Update)
            json["resource"] = new JsonObject { ["type"] = type, ["message"] = MessageJson.Of(message) };
        return json;
    }
}
