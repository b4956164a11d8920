using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord.Control;

/// <summary>What can be looked at, by name: POST /control/NAME, since a look may name a channel.</summary>
internal static class Reports
{
    public static readonly IReadOnlyDictionary<string, Func<Order, CancellationToken, Task<JsonNode?>>> All =
        new Dictionary<string, Func<Order, CancellationToken, Task<JsonNode?>>>(StringComparer.Ordinal)
        {
            ["refusals"] = (o, _) => Now(o.Emulator.Refusals.Select(r => JsonValue.Create($"{r}")).ToJson()),
            ["misprints"] = (o, _) => Now(o.Emulator.Misprints.Select(m => JsonValue.Create(m)).ToJson()),
            ["pings"] = (o, _) => Now(o.Emulator.Pings.Select(p => JsonValue.Create(p.Whom)).ToJson()),
            ["requests"] = (o, _) => Now(o.Emulator.Requests.All.Select(Request).ToJson()),
            ["specification"] = (o, _) => Now(new JsonObject { ["skipped"] = o.Emulator.SpecificationSkipped }),
            ["transcript"] = (o, _) => Now(Transcript(o.Channel())),
            ["interactions"] = (o, _) => Now(o.Emulator.Interactions.Select(Interaction).ToJson()),
            ["sessions"] = (o, _) => Now(Sessions(o.Bot())),
            ["connected"] = ConnectedAsync,
            ["resumed"] = ResumedAsync,
            ["wait"] = WaitAsync,
            ["answer"] = AnswerAsync,
            ["modal"] = ModalAsync,
            ["choices"] = ChoicesAsync,
            ["follow-ups"] = FollowUpsAsync,
        };

    private static async Task<JsonNode?> ConnectedAsync(Order order, CancellationToken cancellation)
    {
        await order.Bot().Gateway.WaitUntilConnectedAsync(cancellation, (int)(order.Number("count") ?? 1));
        return Sessions(order.Bot());
    }

    private static async Task<JsonNode?> ResumedAsync(Order order, CancellationToken cancellation)
    {
        await order.Bot().Gateway.WaitForResumesAsync((int)(order.Number("count") ?? 1), cancellation);
        return Sessions(order.Bot());
    }

    private static async Task<JsonNode?> WaitAsync(Order order, CancellationToken cancellation)
    {
        await order.Channel().WaitForBotMessagesAsync((int)(order.Number("count") ?? 1), cancellation);
        return Transcript(order.Channel());
    }

    private static async Task<JsonNode?> AnswerAsync(Order order, CancellationToken cancellation)
    {
        var answer = await order.Interaction().WaitForAnswerAsync(cancellation);
        return new JsonObject
        {
            ["id"] = $"{answer.Id}",
            ["text"] = TranscriptText.Of(answer),
            ["ephemeral"] = answer.IsEphemeral,
        };
    }

    private static async Task<JsonNode?> ModalAsync(Order order, CancellationToken cancellation)
    {
        var modal = await order.Interaction().WaitForModalAsync(cancellation);
        return new JsonObject
        {
            ["title"] = modal.Title,
            ["fields"] = modal.Fields.Select(f => JsonValue.Create(f)).ToJson(),
        };
    }

    private static async Task<JsonNode?> ChoicesAsync(Order order, CancellationToken cancellation)
    {
        var choices = await order.Interaction().WaitForChoicesAsync(cancellation);
        return choices.Select(c => new JsonObject { ["name"] = c.Name, ["value"] = c.Value }).ToJson();
    }

    private static async Task<JsonNode?> FollowUpsAsync(Order order, CancellationToken cancellation)
    {
        var messages = await order.Interaction().WaitForFollowUpsAsync((int)(order.Number("count") ?? 1), cancellation);
        return messages.Select(m => JsonValue.Create(TranscriptText.Of(m))).ToJson();
    }

    private static JsonObject Sessions(BotAccount bot) =>
        new()
        {
            ["connected"] = bot.Gateway.Connected,
            ["identifies"] = bot.Gateway.Identifies.Count,
            ["resumes"] = bot.Gateway.Resumes,
            ["heartbeats"] = bot.Gateway.Heartbeats,
            ["events"] = bot.Gateway.EventsSent,
        };

    private static JsonObject Interaction(Interaction interaction) =>
        new()
        {
            ["id"] = $"{interaction.Id}",
            ["asked"] = interaction.Asked,
            ["delivered"] = interaction.WasDelivered,
            ["acknowledged_after"] = interaction.AcknowledgedAfter?.TotalMilliseconds,
            ["answered"] = interaction.Original is { IsLoading: false } || interaction.Choices is not null,
        };

    private static JsonObject Transcript(Channel channel) =>
        new()
        {
            ["text"] = TranscriptText.Of(channel),
            ["messages"] = channel.Transcript.Select(MessageJson.Of).ToJson(),
            ["threads"] = channel.Threads.Select(t => JsonValue.Create($"{t.Id}")).ToJson(),
        };

    private static JsonObject Request(Request request) =>
        new()
        {
            ["route"] = request.Route,
            ["path"] = request.Path,
            ["at"] = request.At.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
            ["body"] = request.Body?.DeepClone(),
            ["status"] = request.Status,
            ["code"] = request.Code,
        };

    private static Task<JsonNode?> Now(JsonNode report) => Task.FromResult<JsonNode?>(report);
}
