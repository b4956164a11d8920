using Bot.Emulators.Discord.Wire;

namespace Bot.Emulators.Discord;

/// <summary>A tag of a forum.</summary>
public sealed record ForumTag(long Id, string Name);

/// <summary>A channel of any kind, threads too, as its readers see it.</summary>
public sealed class Channel
{
    private readonly List<Message> _messages = [];
    private readonly List<Overwrite> _overwrites = [];

    internal Channel(Realm realm, long id, ChannelKind kind, string name, Guild? guild = null, Channel? parent = null)
    {
        Realm = realm;
        Id = id;
        Kind = kind;
        Name = name;
        Guild = guild;
        Parent = parent;
    }

    internal Realm Realm { get; }

    public long Id { get; }

    public ChannelKind Kind { get; }

    public string Name { get; internal set; }

    /// <summary>Null for direct messages.</summary>
    public Guild? Guild { get; }

    /// <summary>The channel that a thread hangs under.</summary>
    public Channel? Parent { get; }

    /// <summary>The person of direct messages.</summary>
    public Person? With { get; internal init; }

    /// <summary>The bot of direct messages.</summary>
    public BotAccount? WithBot { get; internal init; }

    public bool IsThread =>
        Kind is ChannelKind.PublicThread or ChannelKind.AnnouncementThread or ChannelKind.PrivateThread;

    public bool IsDeleted { get; internal set; }

    public bool IsArchived { get; internal set; }

    /// <summary>A locked thread can be opened again by moderators alone.</summary>
    public bool IsLocked { get; internal set; }

    /// <summary>Of a forum: every post must have a tag.</summary>
    public bool RequiresTag { get; internal init; }

    public IReadOnlyList<ForumTag> Tags { get; internal init; } = [];

    /// <summary>Of a post in a forum.</summary>
    public IReadOnlyList<ForumTag> AppliedTags { get; internal init; } = [];

    public TimeSpan ArchivesAfter { get; internal init; } = TimeSpan.FromDays(1);

    internal Account? Opener { get; init; }

    internal IReadOnlyList<Overwrite> Overwrites => _overwrites;

    public IReadOnlyList<Channel> Threads
    {
        get
        {
            lock (Realm.Gate)
                return [.. Realm.Channels.Where(c => c.IsThread && c.Parent == this && !c.IsDeleted)];
        }
    }

    /// <summary>All that stands in the channel, edits applied, what was deleted left out; what one person alone sees is in.</summary>
    public IReadOnlyList<Message> Transcript
    {
        get
        {
            lock (Realm.Gate)
                return [.. _messages.Where(m => !m.IsDeleted)];
        }
    }

    public IReadOnlyList<Message> BotMessages => [.. Transcript.Where(m => m.Author.IsBot)];

    /// <summary>Mentions that rang at somebody's. News should ring at nobody's.</summary>
    public IReadOnlyList<Ping> Pings => [.. Transcript.SelectMany(m => m.Pings)];

    /// <summary>How often the bot has shown that it is typing.</summary>
    public int Typings { get; internal set; }

    internal long? LastMessageId => _messages.Count == 0 ? null : _messages[^1].Id;

    internal IReadOnlyList<Message> AllMessages => _messages;

    public Permissions PermissionsOf(Account account)
    {
        lock (Realm.Gate)
            return PermissionRules.In(this, account);
    }

    public void Overwrite(Role role, Permissions allow = Permissions.None, Permissions deny = Permissions.None) =>
        Put(new Overwrite(role.Id, IsRole: true, allow, deny));

    public void Overwrite(Account account, Permissions allow = Permissions.None, Permissions deny = Permissions.None) =>
        Put(new Overwrite(account.Id, IsRole: false, allow, deny));

    /// <summary>Takes its threads with it.</summary>
    public void Delete()
    {
        lock (Realm.Gate)
        {
            foreach (var thread in Realm.Channels.Where(c => c.IsThread && c.Parent == this))
                thread.IsDeleted = true;
            IsDeleted = true;
            Realm.Tell(this, IsThread ? "THREAD_DELETE" : "CHANNEL_DELETE", _ => ChannelJson.Of(this));
        }
    }

    public void Archive(bool isLocked = false)
    {
        lock (Realm.Gate)
        {
            (IsArchived, IsLocked) = (true, isLocked);
            Realm.Tell(this, "THREAD_UPDATE", _ => ChannelJson.Of(this));
        }
    }

    /// <summary>Waits until the bot has written so many messages in all that are not still being made, and gives them.</summary>
    public Task<IReadOnlyList<Message>> WaitForBotMessagesAsync(int count, CancellationToken cancellation) =>
        Realm.WaitForAsync<IReadOnlyList<Message>>(
            () => BotMessages.Count(m => !m.IsLoading) >= count ? BotMessages : null,
            () => $"Of {count} messages there are:\n{TranscriptText.Of(this)}",
            cancellation
        );

    internal void Add(Message message)
    {
        _messages.Add(message);
        Realm.Bell.Ring();
    }

    internal Message? FindMessage(long id) => _messages.Find(m => m.Id == id && !m.IsDeleted);

    internal void Put(Overwrite overwrite)
    {
        lock (Realm.Gate)
        {
            _overwrites.RemoveAll(o => o.Id == overwrite.Id);
            _overwrites.Add(overwrite);
            Realm.Tell(this, "CHANNEL_UPDATE", _ => ChannelJson.Of(this));
        }
    }

    public override string ToString() =>
        Kind == ChannelKind.DirectMessage ? $"direct messages with {With}" : $"#{Name}";
}
