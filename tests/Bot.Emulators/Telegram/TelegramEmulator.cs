using Bot.Emulators.Desk;
using Bot.Emulators.Telegram.Control;
using Bot.Emulators.Telegram.Faults;
using Bot.Emulators.Telegram.Specifications;

namespace Bot.Emulators.Telegram;

/// <summary>A Bot API server on this machine, and the people and chats behind it.</summary>
public sealed class TelegramEmulator : IAsyncDisposable
{
    /// <summary>A token of the right form, for tests that have one bot.</summary>
    public const string SampleToken = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0";

    private readonly Town _town;
    private readonly WebApplication _server;

    private TelegramEmulator(Town town, WebApplication server, RequestLog log, string? skipped)
    {
        _town = town;
        _server = server;
        Requests = log;
        SpecificationSkipped = skipped;
        Url = LoopbackServer.UrlOf(server);
    }

    public Uri Url { get; }

    public RequestLog Requests { get; }

    public FaultPlan Faults => _town.Faults;

    /// <summary>What was wrong in requests. A test that sends only what is right asserts that this is empty.</summary>
    public IReadOnlyList<Refusal> Refusals => _town.Proofreader.Refusals;

    /// <summary>Where the emulator's own answers are not as the official description says.</summary>
    public IReadOnlyList<string> Misprints => _town.Proofreader.Misprints;

    /// <summary>Why requests are not held against the official description; null where they are.</summary>
    public string? SpecificationSkipped { get; }

    public IReadOnlyCollection<Chat> Chats
    {
        get
        {
            lock (_town.Gate)
                return _town.Chats;
        }
    }

    public static async Task<TelegramEmulator> StartAsync(
        TelegramEmulatorOptions? options = null,
        CancellationToken cancellation = default
    )
    {
        options ??= new TelegramEmulatorOptions();
        var skipped = WhySkipped(options.SpecificationFolder);
        var check = skipped is null ? new RequestCheck(ApiDescription.Load(options.SpecificationFolder!)) : null;
        var town = new Town(options, new Proofreader(check));
        var log = new RequestLog();
        var door = new ApiDoor(town, log);

        var server = LoopbackServer.Build(options.Port);
        server.MapWhen(c => ApiDoor.IsFor(c.Request.Path), a => a.Run(door.HandleAsync));
        ControlDoor<Order>? control = null;
        server.MapWhen(c => ControlDoor<Order>.IsFor(c.Request.Path), a => a.Run(c => control!.HandleAsync(c)));
        await server.StartAsync(cancellation);
        var emulator = new TelegramEmulator(town, server, log, skipped);
        // Nobody knows the address yet, so nobody can have come in before the door is hung.
        control = new ControlDoor<Order>(json => new Order(emulator, town, json), Deeds.All, Reports.All);
        return emulator;
    }

    public BotAccount AddBot(
        string token = SampleToken,
        string username = "byline_bot",
        string name = "Byline",
        bool hasPrivacy = true
    )
    {
        lock (_town.Gate)
            return _town.AddBot(token, username, name, hasPrivacy);
    }

    public Person AddPerson(string firstName, string? language = null, string? username = null, string? lastName = null)
    {
        lock (_town.Gate)
            return _town.AddPerson(firstName, language, username, lastName);
    }

    public Chat AddGroup(string title, Person creator) => AddChat(ChatKind.Group, title, null, isForum: false, creator);

    public Chat AddSupergroup(string title, Person creator, bool isForum = false, string? username = null) =>
        AddChat(ChatKind.Supergroup, title, username, isForum, creator);

    public Chat AddChannel(string title, Person creator, string? username = null) =>
        AddChat(ChatKind.Channel, title, username, isForum: false, creator);

    /// <summary>Waits until a method has been answered so often in all, and gives those calls.</summary>
    public Task<IReadOnlyList<Request>> WaitForRequestsAsync(
        string method,
        int count,
        CancellationToken cancellation
    ) =>
        _town.WaitForAsync(
            () => Requests.Answered(method) >= count ? Requests.Of(method) : null,
            () => $"{method} was answered {Requests.Answered(method)} times, not {count}.",
            cancellation
        );

    public async ValueTask DisposeAsync()
    {
        lock (_town.Gate)
            foreach (var bot in _town.Bots)
            {
                bot.Poll.End("Conflict: the emulator ends");
                bot.Webhook.Dispose();
            }

        await LoopbackServer.StopAsync(_server);
    }

    private Chat AddChat(ChatKind kind, string title, string? username, bool isForum, Person creator)
    {
        lock (_town.Gate)
            return _town.AddChat(kind, title, username, isForum, creator);
    }

    private static string? WhySkipped(string? folder) =>
        folder is null ? "no folder is named (BOT_SPECS)"
        : File.Exists(Path.Combine(folder, ApiDescription.FileName)) ? null
        : $"{folder} has no {ApiDescription.FileName}";
}
