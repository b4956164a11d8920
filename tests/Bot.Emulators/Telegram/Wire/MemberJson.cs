using System.Text.Json.Nodes;

namespace Bot.Emulators.Telegram.Wire;

/// <summary>https://core.telegram.org/bots/api#chatmember</summary>
internal static class MemberJson
{
    private static readonly (string Name, AdminRights Right)[] Rights =
    [
        ("can_manage_chat", AdminRights.ManageChat),
        ("can_delete_messages", AdminRights.DeleteMessages),
        ("can_manage_video_chats", AdminRights.ManageChat),
        ("can_restrict_members", AdminRights.RestrictMembers),
        ("can_promote_members", AdminRights.PromoteMembers),
        ("can_change_info", AdminRights.ChangeInformation),
        ("can_invite_users", AdminRights.InviteUsers),
        ("can_post_stories", AdminRights.PostMessages),
        ("can_edit_stories", AdminRights.EditMessages),
        ("can_delete_stories", AdminRights.DeleteMessages),
        ("can_post_messages", AdminRights.PostMessages),
        ("can_edit_messages", AdminRights.EditMessages),
        ("can_pin_messages", AdminRights.PinMessages),
        ("can_manage_topics", AdminRights.ManageTopics),
    ];

    private static readonly string[] Freedoms =
    [
        "can_send_messages",
        "can_send_audios",
        "can_send_documents",
        "can_send_photos",
        "can_send_videos",
        "can_send_video_notes",
        "can_send_voice_notes",
        "can_send_polls",
        "can_send_other_messages",
        "can_add_web_page_previews",
        "can_react_to_messages",
    ];

    private static readonly string[] Privileges =
    [
        "can_edit_tag",
        "can_change_info",
        "can_invite_users",
        "can_pin_messages",
        "can_manage_topics",
    ];

    public static JsonObject Of(Member member)
    {
        var json = new JsonObject { ["status"] = StatusOf(member), ["user"] = AccountJson.Of(member.Account) };
        switch (member.Status)
        {
            case MemberStatus.Creator:
                json["is_anonymous"] = member.IsAnonymous;
                break;
            case MemberStatus.Administrator:
                json["can_be_edited"] = false;
                json["is_anonymous"] = member.IsAnonymous;
                foreach (var (name, right) in Rights)
                    json[name] = member.Rights.HasFlag(right);
                break;
            case MemberStatus.Restricted:
                json["is_member"] = true;
                json["until_date"] = 0;
                foreach (var (name, may) in Permissions(member.MaySpeak))
                    json[name] = may!.DeepClone();
                break;
            case MemberStatus.Kicked:
                json["until_date"] = 0;
                break;
        }

        return json;
    }

    /// <summary>https://core.telegram.org/bots/api#chatpermissions</summary>
    public static JsonObject Permissions(bool maySpeak)
    {
        var json = new JsonObject();
        foreach (var name in Freedoms)
            json[name] = maySpeak;
        foreach (var name in Privileges)
            json[name] = false;
        return json;
    }

    private static string StatusOf(Member member) =>
        member.Status switch
        {
            MemberStatus.Creator => "creator",
            MemberStatus.Administrator => "administrator",
            MemberStatus.Member => "member",
            MemberStatus.Restricted => "restricted",
            MemberStatus.Left => "left",
            _ => "kicked",
        };
}
