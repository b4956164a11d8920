using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Wire;

/// <summary>https://docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-modal-submit-data-structure</summary>
internal static class ModalJson
{
    private const int Label = 18;

    public static JsonObject OfSubmitted(Modal modal, IReadOnlyList<(string Label, string Value)> values) =>
        new()
        {
            ["custom_id"] = Components.Text(modal.Json, "custom_id"),
            ["components"] = modal
                .Inputs.Select((input, i) => OfRow(modal, i, input.Input, ValueOf(input, values)))
                .ToJson(),
        };

    private static string ValueOf(
        (string Label, JsonObject Input) input,
        IReadOnlyList<(string Label, string Value)> values
    )
    {
        var given = values.FirstOrDefault(v => v.Label == input.Label).Value;
        return given ?? Components.Text(input.Input, "value") ?? "";
    }

    private static JsonObject OfRow(Modal modal, int index, JsonObject input, string value)
    {
        var answer = new JsonObject
        {
            ["type"] = Components.TypeOf(input),
            ["custom_id"] = Components.CustomId(input),
            ["id"] = (2 * index) + 2,
        };
        if (Components.TypeOf(input) == Components.TextInput)
            answer["value"] = value;
        else
            answer["values"] = value.Length == 0 ? [] : new JsonArray(value);
        var isLabelled = (modal.Json["components"] as JsonArray)?[index]?["component"] is not null;
        return isLabelled
            ? new JsonObject
            {
                ["type"] = Label,
                ["id"] = (2 * index) + 1,
                ["component"] = answer,
            }
            : new JsonObject
            {
                ["type"] = Components.ActionRow,
                ["id"] = (2 * index) + 1,
                ["components"] = new JsonArray(answer),
            };
    }
}
