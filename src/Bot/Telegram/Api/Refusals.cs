using System.Net;
using Bot.Core.Chat;
using Telegram.Bot.Exceptions;

namespace Bot.Telegram.Api;

/// <summary>What became of a post that Telegram did not take, by its answer. The texts are the Bot API server's.</summary>
internal static class Refusals
{
    /// <summary>A wrong token heals when the operator mends it: nothing is lost by waiting.</summary>
    private static readonly TimeSpan WhileRefused = TimeSpan.FromMinutes(5);

    private static readonly (string Says, Func<PostOutcome> Means)[] Table =
    [
        ("bot was blocked by the user", () => new PostOutcome.Forbidden("the bot is blocked there")),
        ("user is deactivated", () => new PostOutcome.Gone("the account is deleted")),
        ("bot was kicked", () => new PostOutcome.Forbidden("the bot was removed from it")),
        ("bot is not a member", () => new PostOutcome.Forbidden("the bot is not in it")),
        ("group chat was deleted", () => new PostOutcome.Gone("the group is deleted")),
        ("can't initiate conversation", () => new PostOutcome.Forbidden("the person has not written to the bot yet")),
        ("chat not found", () => new PostOutcome.Gone("there is no such chat, or the bot is not in it")),
        ("message thread not found", () => new PostOutcome.Gone("the topic is deleted")),
        ("TOPIC_DELETED", () => new PostOutcome.Gone("the topic is deleted")),
        ("TOPIC_CLOSED", () => new PostOutcome.Forbidden("the topic is closed")),
        ("not enough rights", () => new PostOutcome.Forbidden("the bot may not write messages there")),
        ("have no rights", () => new PostOutcome.Forbidden("the bot may not write messages there")),
        (
            "need administrator rights",
            () => new PostOutcome.Forbidden("the bot is no administrator who may post there")
        ),
        ("CHAT_WRITE_FORBIDDEN", () => new PostOutcome.Forbidden("the bot may not write messages there")),
        ("CHAT_RESTRICTED", () => new PostOutcome.Forbidden("the bot may not write messages there")),
        ("message is too long", () => new PostOutcome.TooLong("more letters than a message holds")),
        ("MESSAGE_TOO_LONG", () => new PostOutcome.TooLong("more letters than a message holds")),
        ("reply markup is too long", () => new PostOutcome.TooLong("more buttons than a message holds")),
    ];

    public static bool IsUnchanged(RequestException refused) => Says(refused, "message is not modified");

    /// <summary>The message that was to be changed is no more, or too old to be changed.</summary>
    public static bool IsNotThere(RequestException refused) =>
        Says(refused, "message to edit not found")
        || Says(refused, "MESSAGE_ID_INVALID")
        || Says(refused, "message can't be edited");

    public static bool IsAboutMarks(RequestException refused) =>
        refused is ApiRequestException { ErrorCode: 400 } && Says(refused, "entit");

    public static bool IsTokenWrong(RequestException refused) =>
        refused is ApiRequestException { ErrorCode: 401 or 404 };

    /// <summary>What a refusal of any call says of the chat; null where it says nothing of it.</summary>
    public static PostOutcome? OfChat(RequestException refused) =>
        refused is ApiRequestException { Parameters.MigrateToChatId: { } to }
            ? new PostOutcome.Migrated(TelegramAddress.Of(to))
            : Table.FirstOrDefault(r => Says(refused, r.Says)).Means?.Invoke();

    public static PostOutcome Of(RequestException failed) =>
        failed switch
        {
            _ when OfChat(failed) is { } known => known,
            ApiRequestException { ErrorCode: 429 } flood => new PostOutcome.Retry(
                TimeSpan.FromSeconds(flood.Parameters?.RetryAfter ?? 1),
                "Telegram asks for a pause",
                IsPacing: true
            ),
            ApiRequestException { ErrorCode: 401 } => new PostOutcome.Retry(
                WhileRefused,
                "Telegram does not know the token",
                IsPacing: true
            ),
            ApiRequestException { ErrorCode: >= 400 and < 500 } refused => new PostOutcome.Refused(refused.Message),
            _ when WasNeverSent(failed) => new PostOutcome.Retry(TimeSpan.Zero, "Telegram cannot be reached"),
            { HttpStatusCode: HttpStatusCode.GatewayTimeout } or { HttpStatusCode: null } => new PostOutcome.Unknown(
                "Telegram gave no answer"
            ),
            _ => new PostOutcome.Retry(TimeSpan.Zero, $"Telegram answered {(int)failed.HttpStatusCode.Value}"),
        };

    /// <summary>True where no byte of the request can have arrived, so that sending it again is safe.</summary>
    private static bool WasNeverSent(RequestException failed) =>
        failed.InnerException
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.ConnectionError
                    or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError
                    or HttpRequestError.ProxyTunnelError
            };

    private static bool Says(RequestException refused, string words) =>
        refused.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
