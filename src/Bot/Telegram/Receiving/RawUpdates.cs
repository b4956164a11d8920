using System.Text.Json;
using System.Text.Json.Serialization;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Receiving;

/// <summary>
/// Asks for updates as Telegram wrote them: one that is malformed does not cost the others, and they are kept to the letter.
/// https://core.telegram.org/bots/api#getupdates
/// </summary>
internal sealed class RawUpdates() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>The first update that has not been taken; all before it are forgotten by Telegram.</summary>
    [JsonPropertyName("offset")]
    public long? Offset { get; init; }

    /// <summary>At most 100.</summary>
    [JsonPropertyName("limit")]
    public int Limit { get; init; } = 100;

    /// <summary>How long Telegram waits for the first one, in seconds, at most 50.</summary>
    [JsonPropertyName("timeout")]
    public int Timeout { get; init; }

    [JsonPropertyName("allowed_updates")]
    public IReadOnlyList<string> AllowedUpdates { get; init; } = Wanted;

    public static readonly IReadOnlyList<UpdateType> WantedTypes =
    [
        UpdateType.Message,
        UpdateType.ChannelPost,
        UpdateType.CallbackQuery,
        UpdateType.MyChatMember,
        UpdateType.ChatMember,
    ];

    /// <summary>Changes of members come only where the bot is an administrator; they end what is known of rights.</summary>
    public static readonly IReadOnlyList<string> Wanted =
    [
        "message",
        "channel_post",
        "callback_query",
        "my_chat_member",
        "chat_member",
    ];

    /// <returns>The updates that have a number, in order.</returns>
    public static IReadOnlyList<(long Event, string Body)> Numbered(IEnumerable<JsonElement> updates) =>
        [
            .. updates
                .Select(u => (Number: NumberOf(u), Body: u.GetRawText()))
                .Where(u => u.Number is not null)
                .Select(u => (u.Number.GetValueOrDefault(), u.Body))
                .OrderBy(u => u.Item1),
        ];

    private static long? NumberOf(JsonElement update) =>
        update.ValueKind == JsonValueKind.Object
        && update.TryGetProperty("update_id", out var id)
        && id.TryGetInt64(out var number)
            ? number
            : null;
}
