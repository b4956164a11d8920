namespace Bot.Emulators.Telegram;

public enum ChatKind
{
    Private,
    Group,
    Supergroup,
    Channel,
}
