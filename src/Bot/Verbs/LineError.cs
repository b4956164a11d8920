using System.Text.Json;

namespace Bot.Verbs;

/// <summary>The answer to a line that cannot be read: by its id, or by its number where it has none.</summary>
internal sealed record LineError(JsonElement? Id, int? Line, string Error)
{
    public static string Of(int number, JsonElement? id, string error) =>
        JsonSerializer.Serialize(new LineError(id, id is null ? number : null, error), BulkJson.Plain.LineError);
}
