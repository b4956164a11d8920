using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Calls;

internal sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Bytes);

/// <param name="Body">The JSON of the request, or of its "payload_json".</param>
internal sealed record ReadRequest(JsonNode? Body, IReadOnlyList<UploadedFile> Files)
{
    public static ReadRequest Empty { get; } = new(null, []);
}

/// <summary>One request, to one route.</summary>
/// <param name="bot">Who sent it; for answers to interactions, whom the interaction was meant for.</param>
internal sealed class ApiCall(
    Realm realm,
    BotAccount bot,
    ApiRoute route,
    IReadOnlyDictionary<string, string> names,
    IQueryCollection query,
    ReadRequest request
)
{
    public Realm Realm => realm;

    public BotAccount Bot => bot;

    public ApiRoute Route => route;

    public JsonNode? Body => request.Body;

    public IReadOnlyList<UploadedFile> Files => request.Files;

    /// <exception cref="Refused">When the body is no JSON object.</exception>
    public JsonObject Form =>
        request.Body as JsonObject
        ?? (request.Body is null ? [] : throw new Refused(400, 50109, "The request body contains invalid JSON."));

    public string Name(string name) => names[name];

    public long Id(string name) =>
        long.TryParse(names[name], CultureInfo.InvariantCulture, out var id) ? id : throw NotSnowflake(name);

    public long? FindId(string name) =>
        names.TryGetValue(name, out var text) && long.TryParse(text, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    public bool Asks(string name) => query[name].ToString() is "true" or "1" or "True";

    public string? Query(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    /// <summary>Writes down what no client should send, whatever the platform makes of it.</summary>
    public void Breaks(string path, string sentence) =>
        realm.Proofreader.Refuse(new Refusal(route.ToString(), path, sentence));

    private Refused NotSnowflake(string name)
    {
        var errors = new FormErrors(this);
        errors.Add(name, "NUMBER_TYPE_COERCE", $"Value \"{names[name]}\" is not snowflake.");
        errors.ThrowIfAny();
        throw Refused.NotFound();
    }
}
