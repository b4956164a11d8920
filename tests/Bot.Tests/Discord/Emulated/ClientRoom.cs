using Bot.Discord.Api;
using Bot.Discord.Api.Wire;
using Bot.Discord.Gateway;
using Bot.Emulators.Discord;
using Bot.Tests.Discord.Api;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord.Emulated;

/// <summary>
/// The bot's own client and an emulated Discord, over real sockets and by one clock, which passes only where a test
/// waits. Ann's server has one channel.
/// </summary>
internal sealed class ClientRoom : IAsyncDisposable
{
    private const string UserAgent = "DiscordBot (https://bot.test, 1.0)";

    /// <summary>Twenty times as fast as life: slow enough that what sockets carry is not overtaken by heartbeats.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan RealStep = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan RealPatience = TimeSpan.FromMinutes(3);

    private readonly ServiceProvider services;

    private ClientRoom(DiscordEmulator emulator, FakeTimeProvider time, TimeSpan patience)
    {
        Emulator = emulator;
        Time = time;
        Bot = emulator.AddBot();
        Ann = emulator.AddPerson("Ann");
        Guild = emulator.AddGuild("News lovers", Ann);
        News = Guild.AddTextChannel("news");
        services = new ServiceCollection()
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs))
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(new Random(3))
            .AddDiscordApi(
                new DiscordAccess(Bot.Token)
                {
                    UserAgent = UserAgent,
                    ApiUrl = emulator.ApiUrl,
                    LongestWait = TimeSpan.FromMinutes(1),
                    Patience = patience,
                }
            )
            .BuildServiceProvider();
    }

    public DiscordEmulator Emulator { get; }

    public FakeTimeProvider Time { get; }

    public BotAccount Bot { get; }

    public Person Ann { get; }

    public Guild Guild { get; }

    public Channel News { get; }

    public LogBook Logs { get; } = new();

    public DiscordClient Client => services.GetRequiredService<DiscordClient>();

    public Snowflake Application => IdOf(Bot.Id);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <param name="patience">Of one request; by the clock of the test, so that it seldom counts.</param>
    public static async Task<ClientRoom> OpenAsync(DiscordEmulatorOptions? options = null, TimeSpan? patience = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));
        var emulator = await DiscordEmulator.StartAsync(
            (options ?? new DiscordEmulatorOptions()) with
            {
                Time = time,
            },
            Cancellation
        );
        return new ClientRoom(emulator, time, patience ?? TimeSpan.FromMinutes(10));
    }

    /// <summary>The connections that Discord recommends, running.</summary>
    public RunningFleet Connect()
    {
        var connects = new List<DateTimeOffset>();
        var fleet = new GatewayFleet(
            Client,
            Bot.Token,
            () => Socket(connects),
            Time,
            new Random(5),
            services.GetRequiredService<ILoggerFactory>()
        );
        return new RunningFleet(this, connects, fleet.RunAsync, fleet.ReadAsync);
    }

    /// <summary>One connection, compressed or not, past the fleet.</summary>
    public RunningFleet Connect(bool isCompressed)
    {
        var connects = new List<DateTimeOffset>();
        var home = new UriBuilder(Emulator.Url) { Scheme = "ws" }.Uri;
        var heard = System.Threading.Channels.Channel.CreateUnbounded<GatewayEvent>();
        var connection = new GatewayConnection(
            new GatewayIdentity(Bot.Token, home) { IsCompressed = isCompressed },
            () => Socket(connects),
            new IdentifyGate(new SessionStartLimit(1000, 1000, 86_400_000, 1), Time),
            Time,
            new Random(5),
            services.GetRequiredService<ILogger<GatewayConnection>>()
        );
        return new RunningFleet(
            this,
            connects,
            async cancellation =>
            {
                using var running = connection;
                var why = await running.RunAsync(heard.Writer, cancellation);
                heard.Writer.Complete();
                return why;
            },
            heard.Reader.ReadAllAsync
        );
    }

    /// <summary>Lets time pass until it is so.</summary>
    public async Task PassUntilAsync(Func<bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(RealPatience);
        while (!isSo())
        {
            await Task.Delay(RealStep, patience.Token);
            if (!isSo())
                Time.Advance(Step);
        }
    }

    public Task PassAsync(TimeSpan time)
    {
        var until = Time.GetUtcNow() + time;
        return PassUntilAsync(() => Time.GetUtcNow() >= until);
    }

    /// <summary>Waits until it is so while the clock stands.</summary>
    public static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        patience.CancelAfter(RealPatience);
        while (!isSo())
            await Task.Delay(RealStep, patience.Token);
    }

    public async Task<T> PassUntilAsync<T>(Task<T> task)
    {
        await PassUntilAsync(() => task.IsCompleted);
        return await task;
    }

    public Task<ApiAnswer<SentMessage>> PostAsync(string content, string? nonce = null, Channel? channel = null) =>
        Client.CreateMessageAsync(
            IdOf((channel ?? News).Id),
            new MessageBody { Content = content, Nonce = nonce },
            [],
            Cancellation
        );

    /// <summary>One command, with an option that offers choices.</summary>
    public async Task RegisterAsync()
    {
        var by = new ApplicationCommandOption
        {
            Type = ApplicationCommandOptionType.Text,
            Name = "by",
            Description = "Whose",
            Autocomplete = true,
        };
        var quotes = new ApplicationCommand
        {
            Name = "quotes",
            Description = "What was said",
            Options = [by],
        };
        Assert.IsType<ApiAnswer<IReadOnlyList<ApplicationCommand>>.Ok>(
            await Client.OverwriteCommandsAsync(Application, null, [quotes], Cancellation)
        );
    }

    public static Snowflake IdOf(long id) => new((ulong)id);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Emulator.DisposeAsync();
        Assert.Empty(Emulator.Misprints);
    }

    private GatewayWebSocket Socket(List<DateTimeOffset> connects)
    {
        lock (connects)
            connects.Add(Time.GetUtcNow());
        return new GatewayWebSocket(UserAgent);
    }
}
