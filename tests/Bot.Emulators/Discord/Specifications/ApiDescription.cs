using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Specifications;

/// <summary>The official description, read once. https://github.com/discord/discord-api-spec</summary>
internal sealed class ApiDescription
{
    private const string FileName = "discord-openapi.json";

    private readonly JsonElement _paths;
    private readonly SchemaCheck _schemas;

    private ApiDescription(JsonElement document)
    {
        _paths = document.GetProperty("paths");
        _schemas = new SchemaCheck(document.GetProperty("components").GetProperty("schemas"));
    }

    public static ApiDescription Load(string folder) =>
        new(JsonElement.Parse(File.ReadAllBytes(Path.Combine(folder, FileName))));

    public static string? WhySkipped(string? folder) =>
        folder is null ? "no folder is named (BOT_SPECS)"
        : File.Exists(Path.Combine(folder, FileName)) ? null
        : $"{folder} has no {FileName}";

    /// <summary>Where a request is not as described.</summary>
    public IReadOnlyList<Misfit> Requests(string method, string path, JsonNode? body)
    {
        if (Operation(method, path) is not { } operation || !operation.TryGetProperty("requestBody", out var described))
            return [];
        if (body is null)
            return described.TryGetProperty("required", out var isRequired) && isRequired.GetBoolean()
                ? [new Misfit("", "has no body")]
                : [];
        return
        [
            .. _schemas
                .Against(Schema(described), JsonSerializer.SerializeToElement(body), knowsAll: true)
                .Where(m => !IsMisdescribed(m)),
        ];
    }

    /// <summary>Where an answer of the emulator is not as described.</summary>
    public IReadOnlyList<Misfit> Answers(string method, string path, int status, JsonNode? body)
    {
        if (Operation(method, path) is not { } operation)
            return [];
        if (!operation.GetProperty("responses").TryGetProperty($"{status}", out var described))
            return [new Misfit("", $"{status} is no answer of this route")];
        return described.TryGetProperty("content", out _)
            ?
            [
                .. _schemas
                    .Against(Schema(described), JsonSerializer.SerializeToElement(body), knowsAll: false)
                    .Where(m => !IsMisdescribed(m)),
            ]
            : [];
    }

    /// <summary>
    /// The documentation, rightly, says a string where the description takes a number, and has media channels (16).
    /// https://docs.discord.com/developers/resources/channel#channel-object-channel-types
    /// </summary>
    private static bool IsMisdescribed(Misfit misfit) =>
        misfit.Path.EndsWith("default_member_permissions", StringComparison.Ordinal)
        || (
            misfit.Path.Contains("channel_types[", StringComparison.Ordinal)
            && misfit.Sentence.EndsWith(" 16", StringComparison.Ordinal)
        );

    private JsonElement? Operation(string method, string path) =>
        _paths.TryGetProperty(path, out var there) && there.TryGetProperty(method.ToLowerInvariant(), out var operation)
            ? operation
            : null;

    private static JsonElement Schema(JsonElement described) =>
        described.GetProperty("content").GetProperty("application/json").GetProperty("schema");
}
