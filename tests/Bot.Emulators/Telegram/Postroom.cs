using Bot.Emulators.Telegram.Texts;
using Bot.Emulators.Telegram.Wire;

namespace Bot.Emulators.Telegram;

/// <summary>Puts messages into chats and tells the bots that may hear of them.</summary>
internal sealed class Postroom(Town town)
{
    public Message Post(Message draft)
    {
        var chat = draft.Chat;
        var message = draft with { Id = town.NextMessageId(chat) };
        chat.Add(message);
        Tell(message, chat.Kind == ChatKind.Channel ? "channel_post" : "message");
        if (chat is { Kind: ChatKind.Channel, Linked: { } group } && message.Service is null)
            Forward(message, group);
        return message;
    }

    public Message Edit(Message edited)
    {
        var message = edited with { EditedAt = town.Now, EditedCount = edited.EditedCount + 1 };
        message.Chat.Replace(message);
        Tell(message, message.Chat.Kind == ChatKind.Channel ? "edited_channel_post" : "edited_message");
        return message;
    }

    public void Delete(Message message) => message.Chat.Replace(message with { IsDeleted = true });

    private void Forward(Message post, Chat group) =>
        Post(
            new Message
            {
                Id = 0,
                Chat = group,
                At = post.At,
                From = town.AutomaticForward,
                SenderChat = post.Chat,
                Text = post.Text,
                Entities = post.Entities,
                Photo = post.Photo,
                Document = post.Document,
                Origin = new Origin.FromChannel(post.At, post.Chat, post.Id),
                IsAutomaticForward = true,
            }
        );

    private void Tell(Message message, string kind)
    {
        foreach (var bot in town.Bots)
            if (Hears(bot, message))
                bot.Inbox.Add(kind, MessageJson.Of(message));
    }

    /// <summary>https://core.telegram.org/bots/features#privacy-mode; bots never hear each other, nor themselves.</summary>
    private static bool Hears(BotAccount bot, Message message)
    {
        var member = message.Chat.MemberOf(bot);
        if (!member.IsInside || message.From == bot || message.PostedBy == bot)
            return false;
        if (message.From is BotAccount)
            return false;
        if (message.Chat.Kind is ChatKind.Private or ChatKind.Channel || message.Service is not null)
            return true;
        return !bot.HasPrivacy || member.IsAdministrator || IsMeantFor(bot, message);
    }

    private static bool IsMeantFor(BotAccount bot, Message message)
    {
        if (message.ReplyTo?.From == bot)
            return true;
        foreach (var entity in message.Entities)
        {
            var words = message.Text.Substring(entity.Offset, entity.Length);
            switch (entity.Kind)
            {
                case EntityKind.BotCommand when entity.Offset == 0:
                    var at = words.IndexOf('@', StringComparison.Ordinal);
                    return at < 0 || IsNameOf(bot, words[(at + 1)..]);
                case EntityKind.Mention when IsNameOf(bot, words[1..]):
                case EntityKind.TextMention when entity.UserId == bot.Id:
                    return true;
            }
        }

        return false;
    }

    private static bool IsNameOf(BotAccount bot, string name) =>
        string.Equals(bot.Username, name, StringComparison.OrdinalIgnoreCase);
}
