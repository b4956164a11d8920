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
        ("bot was blocked by the user", () => new PostOutcome.Forbidden("why.blocked")),
        ("user is deactivated", () => new PostOutcome.Gone("why.account-deleted")),
        ("bot was kicked", () => new PostOutcome.Forbidden("why.removed")),
        ("bot is not a member", () => new PostOutcome.Forbidden("why.not-in")),
        ("group chat was deleted", () => new PostOutcome.Gone("why.group-deleted")),
        ("can't initiate conversation", () => new PostOutcome.Forbidden("why.not-started")),
        ("chat not found", () => new PostOutcome.Gone("why.no-such-chat")),
        ("message thread not found", () => new PostOutcome.Gone("why.topic-deleted")),
        ("TOPIC_DELETED", () => new PostOutcome.Gone("why.topic-deleted")),
        ("TOPIC_CLOSED", () => new PostOutcome.Forbidden("why.topic-closed", IsOneTopic: true)),
        ("not enough rights", () => new PostOutcome.Forbidden("why.may-not-write")),
        ("have no rights", () => new PostOutcome.Forbidden("why.may-not-write")),
        ("need administrator rights", () => new PostOutcome.Forbidden("why.no-administrator")),
        ("CHAT_WRITE_FORBIDDEN", () => new PostOutcome.Forbidden("why.may-not-write")),
        ("CHAT_RESTRICTED", () => new PostOutcome.Forbidden("why.may-not-write")),
        ("message is too long", () => new PostOutcome.TooLong("why.too-many-letters")),
        ("MESSAGE_TOO_LONG", () => new PostOutcome.TooLong("why.too-many-letters")),
        ("reply markup is too long", () => new PostOutcome.TooLong("why.too-many-buttons")),
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
                "why.pause-asked",
                IsPacing: true
            ),
            ApiRequestException { ErrorCode: 401 } => new PostOutcome.Retry(
                WhileRefused,
                "why.token-unknown",
                IsPacing: true
            ),
            ApiRequestException { ErrorCode: >= 400 and < 500 } refused => new PostOutcome.Refused(refused.Message),
            _ when WasNeverSent(failed) => new PostOutcome.Retry(TimeSpan.Zero, "why.unreachable"),
            _ when StatusOf(failed) is >= 500 and not 504 and var status => new PostOutcome.Retry(
                TimeSpan.Zero,
                $"Telegram answered {status}"
            ),
            // Whatever else came may have come after the message was kept.
            _ => new PostOutcome.Unknown("why.no-answer"),
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

    /// <summary>The server says it in its answer, a proxy before it in the head alone.</summary>
    private static int? StatusOf(RequestException failed) =>
        failed is ApiRequestException said ? said.ErrorCode : (int?)failed.HttpStatusCode;

    private static bool Says(RequestException refused, string words) =>
        refused.Message.Contains(words, StringComparison.OrdinalIgnoreCase);
}
