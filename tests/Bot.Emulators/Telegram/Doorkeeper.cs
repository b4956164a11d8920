using System.Text.Json.Nodes;
using Bot.Emulators.Telegram.Wire;

namespace Bot.Emulators.Telegram;

/// <summary>Changes who stands how in a chat, and tells of it as the platform does.</summary>
internal sealed class Doorkeeper(Town town)
{
    public void Let(Chat chat, Account actor, Member now)
    {
        var wasInside = chat.MemberOf(now.Account).IsInside;
        Change(chat, actor, now);
        if (!wasInside && HasDoor(chat))
            Note(chat, actor, new ServiceNote.Joined(now.Account));
    }

    public void Remove(Chat chat, Account actor, Account account)
    {
        if (!chat.MemberOf(account).IsInside)
            return;
        var status = actor == account ? MemberStatus.Left : MemberStatus.Kicked;
        // Whoever leaves still hears of it, so the note comes before the change.
        if (HasDoor(chat))
            Note(chat, actor, new ServiceNote.Departed(account));
        Change(chat, actor, new Member(account, status));
    }

    public void Change(Chat chat, Account actor, Member now)
    {
        var before = chat.MemberOf(now.Account);
        chat.Seat(now);
        foreach (var bot in town.Bots)
        {
            if (bot == now.Account)
                bot.Inbox.Add("my_chat_member", Changed(chat, actor, before, now));
            else if (chat.MemberOf(bot).IsAdministrator)
                bot.Inbox.Add("chat_member", Changed(chat, actor, before, now));
        }

        town.Bell.Ring();
    }

    public Chat Upgrade(Chat group)
    {
        if (group.Kind != ChatKind.Group || group.MovedTo is not null)
            throw new InvalidOperationException($"{group} is no group that can become a supergroup.");
        var creator = (Person)town.Creator(group);
        var supergroup = town.AddChat(ChatKind.Supergroup, group.Title, username: null, isForum: false, creator);
        foreach (var member in group.Members)
            supergroup.Seat(member);
        Note(group, creator, new ServiceNote.MovedTo(supergroup.Id));
        Note(supergroup, creator, new ServiceNote.MovedFrom(group.Id));
        group.MovedTo = supergroup;
        return supergroup;
    }

    public void Note(Chat chat, Account actor, ServiceNote note, Topic? topic = null) =>
        town.Postroom.Post(
            new Message
            {
                Id = 0,
                Chat = chat,
                At = town.Now,
                From = actor,
                Service = note,
                Thread = topic,
            }
        );

    /// <summary>Groups tell all members who comes and goes; channels do not.</summary>
    private static bool HasDoor(Chat chat) => chat.Kind is ChatKind.Group or ChatKind.Supergroup;

    private JsonObject Changed(Chat chat, Account actor, Member before, Member now) =>
        new()
        {
            ["chat"] = ChatJson.Of(chat),
            ["from"] = AccountJson.Of(actor),
            ["date"] = town.Now.ToUnixTimeSeconds(),
            ["old_chat_member"] = MemberJson.Of(before),
            ["new_chat_member"] = MemberJson.Of(now),
        };
}
