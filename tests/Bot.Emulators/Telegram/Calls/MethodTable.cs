using System.Text.Json.Nodes;

namespace Bot.Emulators.Telegram.Calls;

/// <summary>The methods that are answered, by name without case; getUpdates waits and is answered apart.</summary>
internal static class MethodTable
{
    public const string GetUpdates = "getUpdates";

    private static readonly Dictionary<string, Func<ApiCall, JsonNode>> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["getMe"] = Asking.GetMe,
        ["logOut"] = Done,
        ["close"] = Done,
        ["setWebhook"] = Receiving.SetWebhook,
        ["deleteWebhook"] = Receiving.DeleteWebhook,
        ["getWebhookInfo"] = Receiving.GetWebhookInfo,
        ["sendMessage"] = Sending.SendMessage,
        ["sendPhoto"] = Sending.SendPhoto,
        ["sendDocument"] = Sending.SendDocument,
        ["forwardMessage"] = Sending.ForwardMessage,
        ["copyMessage"] = Sending.CopyMessage,
        ["sendChatAction"] = Sending.SendChatAction,
        ["editMessageText"] = Editing.EditMessageText,
        ["editMessageCaption"] = Editing.EditMessageCaption,
        ["editMessageReplyMarkup"] = Editing.EditMessageReplyMarkup,
        ["deleteMessage"] = Editing.DeleteMessage,
        ["answerCallbackQuery"] = Pressing.AnswerCallbackQuery,
        ["setMyCommands"] = Commanding.Set,
        ["getMyCommands"] = Commanding.Get,
        ["deleteMyCommands"] = Commanding.Delete,
        ["getChat"] = Asking.GetChat,
        ["getChatMember"] = Asking.GetChatMember,
        ["getChatAdministrators"] = Asking.GetChatAdministrators,
        ["getChatMemberCount"] = Asking.GetChatMemberCount,
        ["leaveChat"] = Asking.LeaveChat,
        ["getFile"] = Asking.GetFile,
        ["createForumTopic"] = Topics.Create,
        ["closeForumTopic"] = Topics.Close,
        ["reopenForumTopic"] = Topics.Reopen,
        ["deleteForumTopic"] = Topics.Delete,
        ["closeGeneralForumTopic"] = Topics.CloseGeneral,
        ["reopenGeneralForumTopic"] = Topics.ReopenGeneral,
        ["setMyName"] = Done,
        ["setMyDescription"] = Done,
        ["setMyShortDescription"] = Done,
    };

    /// <summary>Methods after which something is seen in a chat; random faults come to these.</summary>
    public static readonly IReadOnlySet<string> Seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "sendMessage",
        "sendPhoto",
        "sendDocument",
        "forwardMessage",
        "copyMessage",
        "editMessageText",
        "editMessageCaption",
        "editMessageReplyMarkup",
        "deleteMessage",
    };

    public static JsonNode Answer(ApiCall call) =>
        Methods.TryGetValue(call.Method, out var method)
            ? method(call)
            : throw new Refused(404, "Not Found: method not found");

    private static JsonNode Done(ApiCall call) => true;
}
