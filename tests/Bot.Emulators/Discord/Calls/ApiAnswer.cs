using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Emulators.Discord.Limits;

namespace Bot.Emulators.Discord.Calls;

/// <summary>What goes back to the bot.</summary>
internal sealed record ApiAnswer(int Status, JsonNode? Body = null)
{
    private TimeSpan? RetryAfter { get; init; }

    public string? Scope { get; private init; }

    public int? Code => Status < 400 ? null : (int?)(Body as JsonObject)?["code"];

    public static ApiAnswer Nothing { get; } = new(204);

    public static ApiAnswer Of(JsonNode body) => new(200, body);

    public static ApiAnswer Of(Refused refused)
    {
        var body = new JsonObject { ["message"] = refused.Message, ["code"] = refused.Code };
        if (refused.Errors is { } errors)
            body["errors"] = errors.DeepClone();
        if (refused.RetryAfter is { } wait)
        {
            body.Remove("code");
            body["retry_after"] = Math.Round(wait.TotalSeconds, 3);
            body["global"] = refused.Scope == "global";
        }

        return new ApiAnswer(refused.Status, body) { RetryAfter = refused.RetryAfter, Scope = refused.Scope };
    }

    public async Task WriteAsync(HttpResponse response, BucketState? bucket, bool isCut, CancellationToken cancellation)
    {
        response.StatusCode = Status;
        bucket?.WriteTo(response.Headers);
        if (RetryAfter is { } wait)
            response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        if (Scope is not null)
            response.Headers["X-RateLimit-Scope"] = Scope;
        if (Scope == "global")
            response.Headers["X-RateLimit-Global"] = "true";
        // What tells the platform's own 429 from that of the network before it.
        response.Headers["Via"] = "1.1 google";
        if (Body is null)
            return;
        response.ContentType = "application/json";
        var text = Body.ToJsonString();
        await response.WriteAsync(isCut ? text[..(text.Length / 2)] : text, cancellation);
    }
}
