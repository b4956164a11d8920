using System.Text.Json.Nodes;
using Bot.Emulators.Telegram.Texts;
using Bot.Emulators.Telegram.Wire;

namespace Bot.Emulators.Telegram;

/// <summary>Somebody at a client of the platform, who does what a test says.</summary>
public sealed class Person : Account
{
    internal Person(Town town, long id, string firstName, string? username)
        : base(town, id, firstName, username) { }

    public override bool IsBot => false;

    /// <summary>Whether the account was deleted.</summary>
    public bool IsDeactivated { get; set; }

    /// <summary>Whether messages forwarded from here hide the account.</summary>
    public bool HidesAccount { get; set; }

    /// <summary>Opens the private chat with a bot as pressing Start does, with nothing said yet.</summary>
    public Chat PrivateChatWith(BotAccount bot)
    {
        lock (Town.Gate)
            return Town.PrivateChat(this, bot);
    }

    /// <summary>Presses Start: "/start" and what the link carried.</summary>
    public Message Starts(BotAccount bot, string payload = "") =>
        Says(PrivateChatWith(bot), payload.Length == 0 ? "/start" : $"/start {payload}");

    public Message Says(
        Chat chat,
        string text,
        Topic? topic = null,
        Message? replyTo = null,
        IReadOnlyList<TextEntity>? entities = null
    ) => Post(Spoken(chat, text, topic, replyTo, entities) with { From = this });

    /// <summary>Speaks as the group, as its administrators may.</summary>
    public Message SaysAnonymously(Chat chat, string text, Topic? topic = null, Message? replyTo = null) =>
        Post(
            Spoken(chat, text, topic, replyTo, entities: null) with
            {
                From = Town.AnonymousAdministrator,
                SenderChat = chat,
            }
        );

    /// <summary>Posts as the channel does: readers see no person, at the most a signature.</summary>
    public Message PostsIn(Chat channel, string text, string? signature = null) =>
        Post(
            Spoken(channel, text, topic: null, replyTo: null, entities: null) with
            {
                SenderChat = channel,
                PostedBy = this,
                AuthorSignature = signature,
            }
        );

    public Message SendsPhoto(Chat chat, string caption = "", Topic? topic = null)
    {
        lock (Town.Gate)
            return Post(
                Spoken(chat, caption, topic, replyTo: null, entities: null) with
                {
                    From = this,
                    Photo = Town.Keep("photo.jpg", new byte[] { 0xFF, 0xD8, 0xFF, 0xD9 }),
                }
            );
    }

    public Message SendsFile(
        Chat chat,
        string name,
        ReadOnlyMemory<byte> bytes,
        string caption = "",
        Topic? topic = null
    )
    {
        lock (Town.Gate)
            return Post(
                Spoken(chat, caption, topic, replyTo: null, entities: null) with
                {
                    From = this,
                    Document = Town.KeepFile(name, bytes),
                }
            );
    }

    public Message Forwards(Message message, Chat chat, Topic? topic = null) =>
        Post(
            Spoken(chat, message.Text, topic, replyTo: null, message.Entities) with
            {
                From = this,
                Photo = message.Photo,
                Origin = message.Origin ?? OriginOf(message),
            }
        );

    /// <summary>Writes a message of one's own anew.</summary>
    public Message Edits(Message message, string text)
    {
        lock (Town.Gate)
        {
            var kept = new FormattedText(text, []).AsKept();
            return Town.Postroom.Edit(Now(message) with { Text = kept.Text, Entities = kept.Entities });
        }
    }

    /// <summary>Deletes a message, of which bots are told nothing.</summary>
    public void Deletes(Message message)
    {
        lock (Town.Gate)
            Town.Postroom.Delete(Now(message));
    }

    /// <summary>Presses a button of a message as it stands now, found by its label.</summary>
    public Press Presses(Message message, string label)
    {
        lock (Town.Gate)
        {
            var now = Now(message);
            var labels = now.Buttons.SelectMany(r => r).ToList();
            var button = labels.Find(b => b.Label == label);
            if (button is not Button.Callback { Data: var data })
                throw new InvalidOperationException(
                    $"No button \"{label}\" that sends anything; there are: {string.Join(", ", labels)}."
                );
            return Press(now, data);
        }
    }

    /// <summary>Sends what a button would, as somebody with a client of their own can, whether or not it is there.</summary>
    public Press PressesUnseen(Message message, string data)
    {
        lock (Town.Gate)
            return Press(message, data);
    }

    /// <summary>Brings somebody in. A bot comes into a channel only as an administrator.</summary>
    public void Adds(Account account, Chat chat)
    {
        lock (Town.Gate)
            Town.Doorkeeper.Let(
                chat,
                this,
                chat.Kind == ChatKind.Channel && account is BotAccount
                    ? new Member(account, MemberStatus.Administrator, AdminRights.All & ~AdminRights.PromoteMembers)
                    : new Member(account, MemberStatus.Member)
            );
    }

    public void Joins(Chat chat)
    {
        lock (Town.Gate)
            Town.Doorkeeper.Let(chat, this, new Member(this, MemberStatus.Member));
    }

    public void Leaves(Chat chat) => Removes(this, chat);

    public void Removes(Account account, Chat chat)
    {
        lock (Town.Gate)
            Town.Doorkeeper.Remove(chat, this, account);
    }

    public void Promotes(Account account, Chat chat, AdminRights rights = AdminRights.All, bool isAnonymous = false) =>
        Changes(chat, new Member(account, MemberStatus.Administrator, rights, isAnonymous));

    public void Demotes(Account account, Chat chat) => Changes(chat, new Member(account, MemberStatus.Member));

    /// <summary>Takes somebody's voice.</summary>
    public void Restricts(Account account, Chat chat, bool maySpeak = false) =>
        Changes(chat, new Member(account, MemberStatus.Restricted, MaySpeak: maySpeak));

    public void Blocks(BotAccount bot) => Changes(PrivateChatWith(bot), new Member(bot, MemberStatus.Kicked));

    public void Unblocks(BotAccount bot) => Changes(PrivateChatWith(bot), new Member(bot, MemberStatus.Member));

    private void Changes(Chat chat, Member member)
    {
        lock (Town.Gate)
            Town.Doorkeeper.Change(chat, this, member);
    }

    private Message Spoken(Chat chat, string text, Topic? topic, Message? replyTo, IReadOnlyList<TextEntity>? entities)
    {
        if (!chat.MemberOf(this).IsInside)
            throw new InvalidOperationException($"{FirstName} is not in {chat}.");
        if (chat.MovedTo is { } moved)
            throw new InvalidOperationException($"{chat} is now {moved}.");
        var kept = new FormattedText(text, [.. (entities ?? []).Where(e => !e.Kind.IsFound())]).AsKept();
        return new Message
        {
            Id = 0,
            Chat = chat,
            At = Town.Now,
            Text = kept.Text,
            Entities = kept.Entities,
            Thread = (topic ?? replyTo?.Thread) is { IsGeneral: false } thread ? thread : null,
            ReplyTo = replyTo,
        };
    }

    private Message Post(Message draft)
    {
        lock (Town.Gate)
            return Town.Postroom.Post(draft);
    }

    private Press Press(Message message, string data)
    {
        var bot = message.Chat.Members.Select(m => m.Account).OfType<BotAccount>();
        var to = message.From as BotAccount ?? message.PostedBy as BotAccount ?? bot.First();
        var press = new Press(Town.NextPressId(), this, message, data);
        to.Presses.Add(press.Id, press);
        to.Inbox.Add(
            "callback_query",
            new JsonObject
            {
                ["id"] = press.Id,
                ["from"] = AccountJson.Of(this),
                ["message"] = MessageJson.OfPressed(message),
                ["chat_instance"] = $"{-message.Chat.Id * 31}",
                ["data"] = data,
            }
        );
        return press;
    }

    private static Message Now(Message message) =>
        message.Chat.FindMessage(message.Id) ?? throw new InvalidOperationException($"Message {message.Id} is gone.");

    private static Origin OriginOf(Message message) =>
        message switch
        {
            { Chat.Kind: ChatKind.Channel } => new Origin.FromChannel(message.At, message.Chat, message.Id),
            { SenderChat: { } chat } => new Origin.FromChat(message.At, chat),
            { From: Person { HidesAccount: true } person } => new Origin.FromHidden(message.At, person.FirstName),
            { From: { } account } => new Origin.FromAccount(message.At, account),
            _ => throw new InvalidOperationException($"Nobody said message {message.Id}."),
        };
}
