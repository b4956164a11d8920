using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Telegram.Calls;

/// <summary>What goes back to the bot.</summary>
internal sealed record ApiAnswer(int Status, JsonObject Body, TimeSpan? RetryAfter = null)
{
    public string? Error => Body["description"]?.GetValue<string>();

    public static ApiAnswer Of(JsonNode result) => new(200, new JsonObject { ["ok"] = true, ["result"] = result });

    public static ApiAnswer Of(Refused refused)
    {
        var body = new JsonObject
        {
            ["ok"] = false,
            ["error_code"] = refused.Status,
            ["description"] = refused.Description,
        };
        if (refused.RetryAfter is { } wait)
            body["parameters"] = new JsonObject { ["retry_after"] = (long)wait.TotalSeconds };
        if (refused.MovedTo is { } chat)
            body["parameters"] = new JsonObject { ["migrate_to_chat_id"] = chat };
        return new ApiAnswer(refused.Status, body, refused.RetryAfter);
    }

    public async Task WriteAsync(HttpResponse response, bool isCut, CancellationToken cancellation)
    {
        response.StatusCode = Status;
        response.ContentType = "application/json";
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        var text = Body.ToJsonString();
        await response.WriteAsync(isCut ? text[..(text.Length / 2)] : text, cancellation);
    }
}
