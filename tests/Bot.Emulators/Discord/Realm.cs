using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Calls;
using Bot.Emulators.Discord.Faults;
using Bot.Emulators.Discord.Limits;

namespace Bot.Emulators.Discord;

/// <summary>All that the platform knows: who there is, and which servers and channels. One gate guards the whole.</summary>
internal sealed class Realm(DiscordEmulatorOptions options, Proofreader proofreader)
{
    private const int TimeShift = 22;

    /// <summary>https://docs.discord.com/developers/reference#snowflakes</summary>
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Watch _watch = new(options.LongestWait);
    private readonly Dictionary<string, BotAccount> _bots = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Account> _accounts = [];
    private readonly Dictionary<long, Guild> _guilds = [];
    private readonly Dictionary<long, Channel> _channels = [];
    private readonly Dictionary<long, List<Channel>> _channelsByGuild = [];
    private readonly Dictionary<(long Bot, long Person), Channel> _directs = [];
    private readonly Dictionary<string, Interaction> _interactions = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Attachment> _uploads = [];
    private long _lastId;
    private long? _firstGuild;

    public DiscordEmulatorOptions Options => options;

    public Lock Gate => _watch.Gate;

    public Bell Bell => _watch.Bell;

    public TimeProvider Time => options.Time;

    public DateTimeOffset Now => Time.GetUtcNow();

    public Proofreader Proofreader => proofreader;

    public FaultPlan Faults { get; } = new();

    public Nonces Nonces { get; } = new(options.Time);

    public InvalidRequests Invalid { get; } = new(options);

    public IReadOnlyCollection<BotAccount> Bots => _bots.Values;

    public IReadOnlyCollection<Guild> Guilds => _guilds.Values;

    public IReadOnlyCollection<Channel> Channels => _channels.Values;

    public IReadOnlyCollection<Interaction> Interactions => _interactions.Values;

    /// <summary>Where the gateway's sockets are. Set once the server listens.</summary>
    public Uri SocketUrl { get; set; } = new("ws://127.0.0.1");

    /// <summary>Where the files are that people upload. Set with the sockets' address.</summary>
    public Uri FilesUrl { get; set; } = new("http://127.0.0.1/attachments/");

    public Attachment Keep(string name, ReadOnlyMemory<byte> bytes)
    {
        lock (Gate)
        {
            var file = new Attachment(NextId(), name, bytes);
            _uploads.Add(file.Id, file);
            return file;
        }
    }

    public Attachment? FindUpload(long id)
    {
        lock (Gate)
            return _uploads.GetValueOrDefault(id);
    }

    public long NextId()
    {
        lock (Gate)
        {
            // Odd, so that it never meets the number of a server, whose low bits are none.
            var next = ((long)(Now - Epoch).TotalMilliseconds << TimeShift) | 1;
            return _lastId = Math.Max(next, _lastId + 1);
        }
    }

    /// <summary>Servers' numbers follow each other in what shards are counted by, so that they fall evenly on shards.</summary>
    public long NextGuildId() => ((_firstGuild ??= NextId() >> TimeShift) + _guilds.Count) << TimeShift;

    public BotAccount AddBot(string token, string name)
    {
        var bot = new BotAccount(this, NextId(), token, name);
        _bots.Add(token, bot);
        _accounts.Add(bot.Id, bot);
        return bot;
    }

    public Person AddPerson(string name, string locale)
    {
        var person = new Person(this, NextId(), name) { Locale = locale };
        _accounts.Add(person.Id, person);
        return person;
    }

    public Guild AddGuild(string name, Person owner, string locale)
    {
        var guild = new Guild(this, NextGuildId(), name, owner, locale);
        guild.Seat(owner);
        _guilds.Add(guild.Id, guild);
        return guild;
    }

    public void Add(Channel channel)
    {
        _channels.Add(channel.Id, channel);
        if (channel.Guild is not { } guild)
            return;
        if (!_channelsByGuild.TryGetValue(guild.Id, out var there))
            _channelsByGuild[guild.Id] = there = [];
        there.Add(channel);
    }

    public void Add(Interaction interaction) => _interactions.Add(interaction.Token, interaction);

    public Channel DirectChannel(Person person, BotAccount bot)
    {
        if (_directs.TryGetValue((bot.Id, person.Id), out var known))
            return known;
        var channel = new Channel(this, NextId(), ChannelKind.DirectMessage, person.Name)
        {
            With = person,
            WithBot = bot,
        };
        Add(channel);
        return _directs[(bot.Id, person.Id)] = channel;
    }

    public BotAccount? FindBot(string token) => _bots.GetValueOrDefault(token);

    public Account? FindAccount(long id) => _accounts.GetValueOrDefault(id);

    public Guild? FindGuild(long id) => _guilds.GetValueOrDefault(id);

    public Channel? FindChannel(long id) =>
        _channels.GetValueOrDefault(id) is { IsDeleted: false } channel ? channel : null;

    public IEnumerable<Channel> ChannelsOf(Guild guild) => _channelsByGuild.GetValueOrDefault(guild.Id) ?? [];

    public Interaction? FindInteraction(string token) => _interactions.GetValueOrDefault(token);

    /// <summary>Tells every bot that is in the server; within the gate.</summary>
    public void Tell(Guild guild, string name, Func<BotAccount, JsonObject> body)
    {
        foreach (var bot in _bots.Values.Where(guild.HasMember))
            bot.Gateway.Dispatch(guild.Id, name, () => body(bot));
        Bell.Ring();
    }

    /// <summary>Tells every bot that is in the channel's server.</summary>
    public void Tell(Channel channel, string name, Func<BotAccount, JsonObject> body)
    {
        if (channel.Guild is { } guild)
            Tell(guild, name, body);
        else
            channel.WithBot?.Gateway.Dispatch(null, name, () => body(channel.WithBot));
    }

    public Task<T> WaitForAsync<T>(Func<T?> look, Func<string> missing, CancellationToken cancellation)
        where T : class => _watch.WaitForAsync(look, missing, cancellation);
}
