using System.Text.Json.Nodes;

namespace Bot.Emulators.Desk;

internal static class JsonFields
{
    /// <summary>The platform leaves out what there is not; it never writes null.</summary>
    public static void Put(this JsonObject json, string name, JsonNode? value)
    {
        if (value is not null)
            json[name] = value;
    }

    public static void PutTrue(this JsonObject json, string name, bool isSo)
    {
        if (isSo)
            json[name] = true;
    }

    public static JsonArray ToJson(this IEnumerable<JsonNode> nodes) => new([.. nodes]);
}
