namespace Bot.Emulators.Telegram;

/// <summary>What an administrator may do. https://core.telegram.org/bots/api#chatadministratorrights</summary>
[Flags]
public enum AdminRights
{
    None = 0,
    ManageChat = 1 << 0,
    DeleteMessages = 1 << 1,
    RestrictMembers = 1 << 2,
    PromoteMembers = 1 << 3,
    ChangeInformation = 1 << 4,
    InviteUsers = 1 << 5,
    PostMessages = 1 << 6,
    EditMessages = 1 << 7,
    PinMessages = 1 << 8,
    ManageTopics = 1 << 9,
    All = (1 << 10) - 1,
}
