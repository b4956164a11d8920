using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Wire;

namespace Bot.Emulators.Telegram.Calls;

/// <summary>Methods that ask who and what there is.</summary>
internal static class Asking
{
    public static JsonNode GetMe(ApiCall call) => AccountJson.OfMyself(call.Bot);

    public static JsonNode GetChat(ApiCall call) => ChatJson.OfFull(Readable(call));

    public static JsonNode GetChatMember(ApiCall call)
    {
        var chat = Readable(call);
        var id = call.Number("user_id") ?? throw Refused.Bad("invalid user_id specified");
        if (id != call.Bot.Id && chat.Kind == ChatKind.Channel && !chat.MemberOf(call.Bot).IsAdministrator)
            throw Refused.Bad("member list is inaccessible");
        var account = call.Town.FindAccount(id) ?? throw Refused.Bad("user not found");
        return MemberJson.Of(chat.MemberOf(account));
    }

    public static JsonNode GetChatAdministrators(ApiCall call)
    {
        var chat = Readable(call);
        if (chat.Kind == ChatKind.Private)
            throw Refused.Bad("there are no administrators in the private chat");
        if (chat.Kind == ChatKind.Channel && !chat.MemberOf(call.Bot).IsAdministrator)
            throw Refused.Bad("member list is inaccessible");
        return chat
            .Members.Where(m => m.IsAdministrator && (!m.Account.IsBot || m.Account == call.Bot))
            .Select(MemberJson.Of)
            .ToJson();
    }

    public static JsonNode GetChatMemberCount(ApiCall call) => Readable(call).Members.Count(m => m.IsInside);

    public static JsonNode LeaveChat(ApiCall call)
    {
        var chat = Addressee.Entered(call);
        if (chat.Kind == ChatKind.Private)
            throw Refused.Bad("chat member status can't be changed in private chats");
        call.Town.Doorkeeper.Remove(chat, call.Bot, call.Bot);
        return true;
    }

    public static JsonNode GetFile(ApiCall call)
    {
        var id = call.Text("file_id") ?? throw Refused.Bad("file_id not specified");
        if (call.Town.FindFile(id) is { } file)
            return new JsonObject
            {
                ["file_id"] = file.FileId,
                ["file_unique_id"] = file.UniqueId,
                ["file_size"] = file.Bytes.Length,
                ["file_path"] = $"documents/{file.FileId}.json",
            };
        var photo =
            call.Town.FindPhoto(id) ?? throw Refused.Bad("wrong file_id or the file is temporarily unavailable");
        return new JsonObject
        {
            ["file_id"] = photo.FileId,
            ["file_unique_id"] = photo.UniqueId,
            ["file_size"] = photo.Bytes.Length,
            ["file_path"] = $"photos/{photo.FileId}.jpg",
        };
    }

    /// <summary>A public chat may be read from outside; any other only by who is in it.</summary>
    private static Chat Readable(ApiCall call)
    {
        var chat = Addressee.Known(call);
        return chat.Username is not null || chat.Kind == ChatKind.Private || chat.MovedTo is not null
            ? chat
            : Addressee.Entered(call);
    }
}
