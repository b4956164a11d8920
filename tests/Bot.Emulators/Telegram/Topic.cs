namespace Bot.Emulators.Telegram;

/// <summary>A topic of a forum. General has number 1, which no message and no request carries.</summary>
public sealed class Topic
{
    internal const long GeneralId = 1;

    internal Topic(Chat chat, long id, string name)
    {
        Chat = chat;
        Id = id;
        Name = name;
    }

    public Chat Chat { get; }

    public long Id { get; }

    public string Name { get; internal set; }

    public bool IsClosed { get; internal set; }

    public bool IsDeleted { get; internal set; }

    public bool IsGeneral => Id == GeneralId;

    public void Close()
    {
        lock (Chat.Town.Gate)
            Chat.Town.Forum.Close(this, Chat.Town.Creator(Chat));
    }

    public void Reopen()
    {
        lock (Chat.Town.Gate)
            Chat.Town.Forum.Reopen(this, Chat.Town.Creator(Chat));
    }

    /// <summary>Takes its messages with it; the platform tells bots nothing of that.</summary>
    public void Delete()
    {
        lock (Chat.Town.Gate)
            Chat.Town.Forum.Delete(this);
    }
}
