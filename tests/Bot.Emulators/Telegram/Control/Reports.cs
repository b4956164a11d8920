using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Wire;

namespace Bot.Emulators.Telegram.Control;

/// <summary>What can be looked at, by name: POST /control/NAME, since a look may name a chat.</summary>
internal static class Reports
{
    public static readonly IReadOnlyDictionary<string, Func<Order, CancellationToken, Task<JsonNode?>>> All =
        new Dictionary<string, Func<Order, CancellationToken, Task<JsonNode?>>>(StringComparer.Ordinal)
        {
            ["refusals"] = (o, _) => Now(o.Emulator.Refusals.Select(Refusal).ToJson()),
            ["misprints"] = (o, _) => Now(o.Emulator.Misprints.Select(m => JsonValue.Create(m)).ToJson()),
            ["requests"] = (o, _) => Now(o.Emulator.Requests.All.Select(Request).ToJson()),
            ["specification"] = (o, _) => Now(new JsonObject { ["skipped"] = o.Emulator.SpecificationSkipped }),
            ["transcript"] = (o, _) => Now(Transcript(o.Chat())),
            ["wait"] = WaitAsync,
            ["polled"] = PolledAsync,
            ["answer"] = AnswerAsync,
        };

    private static async Task<JsonNode?> WaitAsync(Order order, CancellationToken cancellation)
    {
        var chat = order.Chat();
        await chat.WaitForBotMessagesAsync((int)(order.Number("count") ?? 1), cancellation);
        return Transcript(chat);
    }

    private static async Task<JsonNode?> PolledAsync(Order order, CancellationToken cancellation)
    {
        await order.Bot().WaitUntilPollingAsync(cancellation);
        return null;
    }

    private static async Task<JsonNode?> AnswerAsync(Order order, CancellationToken cancellation)
    {
        var press =
            order.Bot().Presses.GetValueOrDefault(order.Text("press"))
            ?? throw new UnknownOrderException("\"press\" is no press.");
        var answer = await press.WaitForAnswerAsync(cancellation);
        return new JsonObject
        {
            ["text"] = answer.Text,
            ["is_alert"] = answer.IsAlert,
            ["url"] = answer.Url,
        };
    }

    private static JsonObject Transcript(Chat chat) =>
        new() { ["text"] = TranscriptText.Of(chat), ["messages"] = chat.Transcript.Select(MessageJson.Of).ToJson() };

    private static JsonObject Refusal(Refusal refusal) =>
        new()
        {
            ["method"] = refusal.Method,
            ["path"] = refusal.Path,
            ["sentence"] = refusal.Sentence,
        };

    private static JsonObject Request(Request request) =>
        new()
        {
            ["method"] = request.Method,
            ["chat"] = request.Chat,
            ["at"] = request.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["fields"] = new JsonObject(request.Fields.Select(f => KeyValuePair.Create(f.Key, (JsonNode?)f.Value))),
            ["status"] = request.Status,
            ["error"] = request.Error,
        };

    private static Task<JsonNode?> Now(JsonNode report) => Task.FromResult<JsonNode?>(report);
}
