using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Calls;

/// <summary>
/// What is wrong in a request by the platform's limits, as it answers with 50035.
/// https://docs.discord.com/developers/reference#error-messages
/// </summary>
internal sealed class FormErrors(ApiCall call)
{
    private readonly JsonObject _tree = [];

    /// <param name="path">"embeds.0.title"; empty for the whole.</param>
    public void Add(string path, string code, string message)
    {
        call.Breaks(path, message);
        var place = _tree;
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            place[step] ??= new JsonObject();
            place = place[step]!.AsObject();
        }

        place["_errors"] ??= new JsonArray();
        place["_errors"]!.AsArray().Add(new JsonObject { ["code"] = code, ["message"] = message });
    }

    public void Required(string path) => Add(path, "BASE_TYPE_REQUIRED", "This field is required");

    /// <summary>Holds a text against its limits; null is none.</summary>
    public void Length(JsonNode? json, string name, string path, int most, int least = 0)
    {
        if (json is not JsonObject there || there[name] is not { } value)
            return;
        var place = path.Length == 0 ? name : $"{path}.{name}";
        if (value is not JsonValue one || !one.TryGetValue<string>(out var text))
            Add(place, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
        else if (text.Length > most)
            Add(place, "BASE_TYPE_MAX_LENGTH", $"Must be {most} or fewer in length.");
        else if (text.Length < least)
            Add(place, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
    }

    public void Count(JsonArray list, string path, int most, int least = 0)
    {
        if (list.Count > most || list.Count < least)
            Add(path, "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
    }

    /// <summary>Writes down a field that there is not; the platform passes over it in silence.</summary>
    public void Unknown(JsonObject json, string path, IReadOnlySet<string> known)
    {
        foreach (var (name, _) in json)
            if (!known.Contains(name))
                call.Breaks(path.Length == 0 ? name : $"{path}.{name}", "is no field that there is");
    }

    /// <exception cref="Refused">When anything was added.</exception>
    public void ThrowIfAny()
    {
        if (_tree.Count > 0)
            throw new Refused(400, 50035, "Invalid Form Body") { Errors = _tree };
    }
}
