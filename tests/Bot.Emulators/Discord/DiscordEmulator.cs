using Bot.Emulators.Desk;
using Bot.Emulators.Discord.Control;
using Bot.Emulators.Discord.Faults;
using Bot.Emulators.Discord.Gateway;
using Bot.Emulators.Discord.Specifications;

namespace Bot.Emulators.Discord;

/// <summary>The platform's HTTP API and gateway on this machine, and the servers and people behind them.</summary>
public sealed class DiscordEmulator : IAsyncDisposable
{
    /// <summary>A token of the right form, for tests that have one bot.</summary>
    public const string SampleToken = "MTI3NDAwMDAwMDAwMDAwMDAwMQ.GbYlIn.sample-token-that-opens-nothing-anywhere";

    private readonly Realm _realm;
    private readonly WebApplication _server;

    private DiscordEmulator(Realm realm, WebApplication server, RequestLog log, string? skipped)
    {
        _realm = realm;
        _server = server;
        Requests = log;
        SpecificationSkipped = skipped;
        Url = LoopbackServer.UrlOf(server);
        realm.SocketUrl = new UriBuilder(Url) { Scheme = "ws" }.Uri;
        realm.FilesUrl = new Uri(Url, UploadDoor.Path);
    }

    public Uri Url { get; }

    /// <summary>What a bot is given in place of https://discord.com/api/v10.</summary>
    public Uri ApiUrl => new(Url, "/api/v10");

    public RequestLog Requests { get; }

    public FaultPlan Faults => _realm.Faults;

    /// <summary>What was wrong in requests. A test that sends only what is right asserts that this is empty.</summary>
    public IReadOnlyList<Refusal> Refusals => _realm.Proofreader.Refusals;

    /// <summary>Where the emulator's own answers are not as the official description says.</summary>
    public IReadOnlyList<string> Misprints => _realm.Proofreader.Misprints;

    /// <summary>Why requests are not held against the official description; null where they are.</summary>
    public string? SpecificationSkipped { get; }

    /// <summary>How many requests were answered with 401, 403 or 429.</summary>
    public int InvalidRequests
    {
        get
        {
            lock (_realm.Gate)
                return _realm.Invalid.Count;
        }
    }

    public IReadOnlyList<Channel> Channels
    {
        get
        {
            lock (_realm.Gate)
                return [.. _realm.Channels];
        }
    }

    public IReadOnlyList<Interaction> Interactions
    {
        get
        {
            lock (_realm.Gate)
                return [.. _realm.Interactions];
        }
    }

    /// <summary>Mentions that rang anywhere. News should ring at nobody's.</summary>
    public IReadOnlyList<Ping> Pings => [.. Channels.SelectMany(c => c.Pings)];

    public static async Task<DiscordEmulator> StartAsync(
        DiscordEmulatorOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        options ??= new DiscordEmulatorOptions();
        var skipped = ApiDescription.WhySkipped(options.SpecificationFolder);
        var description = skipped is null ? ApiDescription.Load(options.SpecificationFolder!) : null;
        var realm = new Realm(options, new Proofreader(description));
        var log = new RequestLog();
        var door = new ApiDoor(realm, log);
        var gateway = new GatewayDoor(realm);

        var server = LoopbackServer.Build(options.Port);
        server.MapWhen(c => ApiDoor.IsFor(c.Request.Path), a => a.Run(door.HandleAsync));
        server.MapWhen(c => UploadDoor.IsFor(c.Request.Path), a => a.Run(new UploadDoor(realm).HandleAsync));
        ControlDoor<Order>? control = null;
        server.MapWhen(c => ControlDoor<Order>.IsFor(c.Request.Path), a => a.Run(c => control!.HandleAsync(c)));
        server.Use(GatewayDoor.WatchAsync);
        server.UseWebSockets();
        server.MapWhen(c => c.WebSockets.IsWebSocketRequest, a => a.Run(gateway.HandleAsync));
        await server.StartAsync(cancellation);
        var emulator = new DiscordEmulator(realm, server, log, skipped);
        // Nobody knows the address yet, so nobody can have come in before the door is hung.
        control = new ControlDoor<Order>(json => new Order(emulator, realm, json), Deeds.All, Reports.All);
        return emulator;
    }

    public BotAccount AddBot(string token = SampleToken, string name = "Byline")
    {
        lock (_realm.Gate)
            return _realm.AddBot(token, name);
    }

    /// <summary>A file that somebody gives with a command, as the value of its option.</summary>
    public Attachment Upload(string name, ReadOnlyMemory<byte> bytes) => _realm.Keep(name, bytes);

    public Person AddPerson(string name, string locale = "en-US")
    {
        lock (_realm.Gate)
            return _realm.AddPerson(name, locale);
    }

    /// <summary>A server without channels. The bots that are named are in it; where none is, the first that there is.</summary>
    public Guild AddGuild(string name, Person owner, string locale = "en-US", params IReadOnlyList<BotAccount> bots)
    {
        lock (_realm.Gate)
        {
            var guild = _realm.AddGuild(name, owner, locale);
            foreach (var bot in bots.Count > 0 ? bots : _realm.Bots.Take(1))
                guild.Invites(bot);
            return guild;
        }
    }

    /// <summary>So many servers of one owner, all with the first bot.</summary>
    /// <param name="channels">Text channels in each.</param>
    /// <param name="roles">In each, besides everyone's and the bot's own.</param>
    public IReadOnlyList<Guild> AddGuilds(int count, Person owner, int channels = 1, int roles = 0)
    {
        lock (_realm.Gate)
            return
            [
                .. Enumerable
                    .Range(1, count)
                    .Select(i =>
                    {
                        var guild = _realm.AddGuild($"Server {i}", owner, "en-US");
                        for (var channel = 1; channel <= channels; channel++)
                            guild.AddTextChannel(channel == 1 ? "news" : $"talk-{channel}");
                        for (var role = 1; role <= roles; role++)
                            guild.AddRole($"Readers {role}", Permissions.Usual);
                        // Last, so that the bot is told of each server once and not of each channel.
                        guild.Invites(_realm.Bots.First());
                        return guild;
                    }),
            ];
    }

    /// <summary>Waits until a route has been answered so often in all, and gives those requests.</summary>
    public Task<IReadOnlyList<Request>> WaitForRequestsAsync(string route, int count, CancellationToken cancellation) =>
        _realm.WaitForAsync<IReadOnlyList<Request>>(
            () => Requests.Of(route) is var there && there.Count(r => r.Status is not null) >= count ? there : null,
            () => $"{route} was answered {Requests.Of(route).Count(r => r.Status is not null)} times, not {count}.",
            cancellation
        );

    public ValueTask DisposeAsync() => new(LoopbackServer.StopAsync(_server));
}
