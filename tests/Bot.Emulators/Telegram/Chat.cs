namespace Bot.Emulators.Telegram;

/// <summary>A chat of any kind, as its members see it.</summary>
public sealed class Chat
{
    private readonly List<Message> _messages = [];
    private readonly Dictionary<long, int> _places = [];
    private readonly Dictionary<long, Member> _members = [];
    private readonly List<Topic> _topics = [];
    private readonly List<string> _actions = [];
    private int _botMessages;

    internal Chat(Town town, long id, ChatKind kind, string title, string? username, bool isForum)
    {
        Town = town;
        Id = id;
        Kind = kind;
        Title = title;
        Username = username;
        IsForum = isForum;
        General = new Topic(this, Topic.GeneralId, "General");
    }

    internal Town Town { get; }

    public long Id { get; }

    public ChatKind Kind { get; }

    public string Title { get; }

    public string? Username { get; }

    public bool IsForum { get; }

    /// <summary>The person of a private chat.</summary>
    public Person? With { get; internal init; }

    /// <summary>The group that discusses a channel, or the channel that a group discusses.</summary>
    public Chat? Linked { get; private set; }

    public Chat? MovedTo { get; internal set; }

    /// <summary>Whether ordinary members may write.</summary>
    public bool MembersMaySpeak { get; set; } = true;

    /// <summary>Whether files may be sent, by whoever may write.</summary>
    public bool TakesFiles { get; set; } = true;

    /// <summary>The topic of a forum that has no number in requests and messages.</summary>
    public Topic General { get; }

    public IReadOnlyList<Topic> Topics
    {
        get
        {
            lock (Town.Gate)
                return [.. _topics.Where(t => !t.IsDeleted)];
        }
    }

    public IReadOnlyList<Member> Members
    {
        get
        {
            lock (Town.Gate)
                return [.. _members.Values];
        }
    }

    /// <summary>All that stands in the chat, edits applied, what was deleted left out.</summary>
    public IReadOnlyList<Message> Transcript
    {
        get
        {
            lock (Town.Gate)
                return [.. _messages.Where(m => !m.IsDeleted)];
        }
    }

    /// <summary>What bots have said here, edits applied.</summary>
    public IReadOnlyList<Message> BotMessages => [.. Transcript.Where(m => m.IsFromBot && m.Service is null)];

    /// <summary>How often a bot has shown that it is typing, or the like.</summary>
    public IReadOnlyList<string> Actions
    {
        get
        {
            lock (Town.Gate)
                return [.. _actions];
        }
    }

    internal long LastMessageId => _messages.Count == 0 ? 0 : _messages[^1].Id;

    public Topic AddTopic(string name)
    {
        lock (Town.Gate)
            return Town.Forum.Open(this, name, Town.Creator(this));
    }

    /// <summary>Posts of the channel then come into the group by themselves.</summary>
    public void LinkTo(Chat group)
    {
        lock (Town.Gate)
            (Linked, group.Linked) = (group, this);
    }

    /// <summary>Makes a group a supergroup: another chat under another number, and the old one answers with it.</summary>
    public Chat UpgradeToSupergroup()
    {
        lock (Town.Gate)
            return Town.Doorkeeper.Upgrade(this);
    }

    /// <summary>How somebody stands here; "left" where they never were.</summary>
    public Member MemberOf(Account account)
    {
        lock (Town.Gate)
            return _members.GetValueOrDefault(account.Id) ?? new Member(account, MemberStatus.Left);
    }

    /// <summary>Waits until bots have said this much here in all, and gives all of it.</summary>
    public Task<IReadOnlyList<Message>> WaitForBotMessagesAsync(int count, CancellationToken cancellation) =>
        WaitAsync(() => _botMessages >= count ? BotMessages : null, $"{count} messages of bots", cancellation);

    /// <summary>Waits for the first that a bot says here after this message.</summary>
    public Task<Message> WaitForAnswerAsync(Message question, CancellationToken cancellation) =>
        WaitAsync(
            () =>
                _messages
                    .Skip(After(question))
                    .FirstOrDefault(m => m is { IsFromBot: true, Service: null, IsDeleted: false }),
            $"an answer to \"{question.Text}\"",
            cancellation
        );

    /// <summary>Waits until what stands in the chat is so.</summary>
    public Task<IReadOnlyList<Message>> WaitUntilAsync(
        Func<IReadOnlyList<Message>, bool> isSo,
        CancellationToken cancellation
    ) => WaitAsync(() => Transcript is var now && isSo(now) ? now : null, "a chat as it was waited for", cancellation);

    /// <summary>Waits until a message is so, as after an edit.</summary>
    public Task<Message> WaitForAsync(Func<Message, bool> isSo, CancellationToken cancellation) =>
        WaitAsync(() => _messages.Find(m => !m.IsDeleted && isSo(m)), "a message as it was waited for", cancellation);

    public Message? FindMessage(long id)
    {
        lock (Town.Gate)
            return _places.TryGetValue(id, out var place) && !_messages[place].IsDeleted ? _messages[place] : null;
    }

    public override string ToString() => $"{Kind} \"{Title}\" ({Id})";

    internal void Seat(Member member) => _members[member.Account.Id] = member;

    internal void Add(Topic topic) => _topics.Add(topic);

    internal Topic? FindTopic(long id) => _topics.Find(t => t.Id == id && !t.IsDeleted);

    internal void Act(string action)
    {
        _actions.Add(action);
        Town.Bell.Ring();
    }

    internal void Add(Message message)
    {
        _places.Add(message.Id, _messages.Count);
        _messages.Add(message);
        if (message is { IsFromBot: true, Service: null })
            _botMessages++;
        Town.Bell.Ring();
    }

    internal void Replace(Message message)
    {
        _messages[_places[message.Id]] = message;
        Town.Bell.Ring();
    }

    private int After(Message message) => _places.TryGetValue(message.Id, out var place) ? place + 1 : 0;

    private Task<T> WaitAsync<T>(Func<T?> look, string what, CancellationToken cancellation)
        where T : class =>
        Town.WaitForAsync(
            look,
            () => $"{this} waited for {what} and has:{Environment.NewLine}{TranscriptText.Of(this)}",
            cancellation
        );
}
