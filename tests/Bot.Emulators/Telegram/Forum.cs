namespace Bot.Emulators.Telegram;

/// <summary>Opens, closes and deletes the topics of forums.</summary>
internal sealed class Forum(Town town)
{
    public Topic Open(Chat chat, string name, Account actor)
    {
        if (!chat.IsForum)
            throw new InvalidOperationException($"{chat} is no forum.");
        // A topic has the number of the message that tells of its opening.
        var topic = new Topic(chat, town.NextMessageId(chat), name);
        chat.Add(topic);
        town.Doorkeeper.Note(chat, actor, new ServiceNote.TopicOpened(name), topic);
        return topic;
    }

    public void Close(Topic topic, Account actor)
    {
        topic.IsClosed = true;
        Note(topic, actor, new ServiceNote.TopicClosed());
    }

    public void Reopen(Topic topic, Account actor)
    {
        topic.IsClosed = false;
        Note(topic, actor, new ServiceNote.TopicReopened());
    }

    public void Delete(Topic topic)
    {
        topic.IsDeleted = true;
        foreach (var message in topic.Chat.Transcript.Where(m => m.Thread == topic))
            town.Postroom.Delete(message);
    }

    private void Note(Topic topic, Account actor, ServiceNote note) =>
        town.Doorkeeper.Note(topic.Chat, actor, note, topic.IsGeneral ? null : topic);
}
