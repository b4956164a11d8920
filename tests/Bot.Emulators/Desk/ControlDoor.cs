using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Desk;

/// <summary>Where clients of other languages give their orders: POST /control/NAME, JSON in and out.</summary>
internal sealed class ControlDoor<TOrder>(
    Func<JsonElement, TOrder> read,
    IReadOnlyDictionary<string, Func<TOrder, JsonNode?>> deeds,
    IReadOnlyDictionary<string, Func<TOrder, CancellationToken, Task<JsonNode?>>> reports
)
{
    private const string Mark = "/control";

    public static bool IsFor(PathString path) => path.StartsWithSegments(Mark, StringComparison.Ordinal);

    public async Task HandleAsync(HttpContext context)
    {
        var name = context.Request.Path.Value![Mark.Length..].Trim('/');
        try
        {
            var order = read(await ReadAsync(context.Request, context.RequestAborted));
            var answer =
                deeds.TryGetValue(name, out var deed) ? deed(order)
                : reports.TryGetValue(name, out var report) ? await report(order, context.RequestAborted)
                : throw new UnknownOrderException(
                    $"There is no /control/{name}; there are: {string.Join(", ", deeds.Keys.Concat(reports.Keys))}."
                );
            await SendAsync(context, 200, answer ?? new JsonObject());
        }
        catch (Exception wrong)
            when (wrong is UnknownOrderException or InvalidOperationException or ArgumentException or JsonException)
        {
            await SendAsync(context, 400, new JsonObject { ["error"] = wrong.Message });
        }
        catch (TimeoutException late)
        {
            await SendAsync(context, 504, new JsonObject { ["error"] = late.Message });
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        return JsonElement.Parse(body.Length == 0 ? "{}"u8 : body.ToArray());
    }

    private static Task SendAsync(HttpContext context, int status, JsonNode answer)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
    }
}
