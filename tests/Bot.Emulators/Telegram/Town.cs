using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Faults;

namespace Bot.Emulators.Telegram;

/// <summary>All that the platform knows: who there is, and which chats. One gate guards the whole.</summary>
internal sealed class Town
{
    private const long FirstPerson = 5_000_000_001;
    private const long FirstGroup = 4_000_000_001;
    private const long FirstSupergroup = 2_000_000_001;

    // What the platform writes before the number of a supergroup or channel.
    private const long SupergroupMark = 1_000_000_000_000;

    private readonly TelegramEmulatorOptions _options;
    private readonly Watch _watch;
    private readonly Dictionary<string, BotAccount> _bots = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Account> _accounts = [];
    private readonly Dictionary<long, Chat> _chats = [];
    private readonly Dictionary<(long Bot, long Person), Chat> _privates = [];
    private readonly Dictionary<string, Document> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Photo> _photos = new(StringComparer.Ordinal);
    private long _people;
    private long _groups;
    private long _supergroups;
    private long _sharedMessageId;
    private long _presses;

    public Town(TelegramEmulatorOptions options, Proofreader proofreader)
    {
        _options = options;
        _watch = new Watch(options.LongestWait);
        Proofreader = proofreader;
        Postroom = new Postroom(this);
        Doorkeeper = new Doorkeeper(this);
        Forum = new Forum(this);
        AnonymousAdministrator = PlatformVoice.AnonymousAdministrator(this);
        AutomaticForward = PlatformVoice.AutomaticForward(this);
    }

    public Lock Gate => _watch.Gate;

    public Bell Bell => _watch.Bell;

    public TimeProvider Time => _options.Time;

    public FaultPlan Faults { get; } = new();

    public Proofreader Proofreader { get; }

    public Postroom Postroom { get; }

    public Doorkeeper Doorkeeper { get; }

    public Forum Forum { get; }

    public PlatformVoice AnonymousAdministrator { get; }

    public PlatformVoice AutomaticForward { get; }

    public IReadOnlyCollection<BotAccount> Bots => _bots.Values;

    public IReadOnlyCollection<Chat> Chats => [.. _chats.Values, .. _privates.Values];

    public bool HasFloodControl => _options.HasFloodControl;

    /// <summary>Whole seconds, as far as the platform tells the time.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(Time.GetUtcNow().ToUnixTimeSeconds());

    public BotAccount AddBot(string token, string username, string name, bool hasPrivacy)
    {
        var bot = new BotAccount(this, token, username, name, hasPrivacy);
        _bots.Add(token, bot);
        _accounts.Add(bot.Id, bot);
        return bot;
    }

    public Person AddPerson(string firstName, string? language, string? username, string? lastName)
    {
        var person = new Person(this, FirstPerson + _people++, firstName, username)
        {
            Language = language,
            LastName = lastName,
        };
        _accounts.Add(person.Id, person);
        return person;
    }

    public Chat AddChat(ChatKind kind, string title, string? username, bool isForum, Person creator)
    {
        var id =
            kind == ChatKind.Group ? -(FirstGroup + _groups++) : -(SupergroupMark + FirstSupergroup + _supergroups++);
        var chat = new Chat(this, id, kind, title, username, isForum);
        chat.Seat(new Member(creator, MemberStatus.Creator, AdminRights.All));
        _chats.Add(id, chat);
        return chat;
    }

    public Chat PrivateChat(Person person, BotAccount bot)
    {
        if (_privates.TryGetValue((bot.Id, person.Id), out var known))
            return known;
        var chat = new Chat(this, person.Id, ChatKind.Private, person.FirstName, person.Username, isForum: false)
        {
            With = person,
        };
        chat.Seat(new Member(person, MemberStatus.Member));
        chat.Seat(new Member(bot, MemberStatus.Member));
        return _privates[(bot.Id, person.Id)] = chat;
    }

    public BotAccount? FindBot(string token) => _bots.GetValueOrDefault(token);

    public Account? FindAccount(long id) => _accounts.GetValueOrDefault(id);

    /// <summary>The chat that a bot means by a number or by "@name".</summary>
    public Chat? FindChat(BotAccount bot, string address)
    {
        if (address.StartsWith('@'))
            return _chats.Values.FirstOrDefault(c =>
                string.Equals(c.Username, address[1..], StringComparison.OrdinalIgnoreCase)
            );
        if (!long.TryParse(address, System.Globalization.CultureInfo.InvariantCulture, out var id))
            return null;
        return id > 0 ? _privates.GetValueOrDefault((bot.Id, id)) : _chats.GetValueOrDefault(id);
    }

    public Account Creator(Chat chat) =>
        chat.Members.First(m => m.Status is MemberStatus.Creator || chat.Kind == ChatKind.Private).Account;

    /// <summary>
    /// Private chats and groups count their messages together, supergroups and channels each for itself. Message 1 of a
    /// forum tells of its making: its number is that of General.
    /// </summary>
    public long NextMessageId(Chat chat) =>
        chat.Kind is ChatKind.Private or ChatKind.Group
            ? ++_sharedMessageId
            : Math.Max(chat.LastMessageId, chat.IsForum ? Topic.GeneralId : 0) + 1;

    public string NextPressId() => $"{4_382_000_000_000_000_000 + ++_presses}";

    public Photo Keep(string name, ReadOnlyMemory<byte> bytes)
    {
        var photo = new Photo($"AgACAgIAAxkBAAI{_photos.Count + 1:x8}", name, bytes);
        _photos.Add(photo.FileId, photo);
        return photo;
    }

    public Document KeepFile(string name, ReadOnlyMemory<byte> bytes)
    {
        var file = new Document($"BQACAgIAAxkBAAI{_files.Count + 1:x8}", name, bytes);
        _files.Add(file.FileId, file);
        return file;
    }

    public Document? FindFile(string fileId) => _files.GetValueOrDefault(fileId);

    public Photo? FindPhoto(string fileId) => _photos.GetValueOrDefault(fileId);

    public Task<T> WaitForAsync<T>(Func<T?> look, Func<string> missing, CancellationToken cancellation)
        where T : class => _watch.WaitForAsync(look, missing, cancellation);
}
