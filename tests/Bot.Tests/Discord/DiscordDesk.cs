using Bot.Core.Chat;
using Bot.Core.Storage;
using Bot.Discord.Accounts;
using Bot.Discord.Api.Wire;
using Bot.Emulators.Discord;
using Bot.Tests.Hosting;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using DiscordChannel = Bot.Emulators.Discord.Channel;

namespace Bot.Tests.Discord;

/// <summary>The desk with an emulated Discord before it: one server, whose owner is Ann.</summary>
internal sealed class DiscordDesk : PlatformDesk
{
    private DiscordDesk(DiscordEmulator discord, TimeProvider? time, IEnumerable<KeyValuePair<string, string?>> more)
        : base(
            time,
            new Dictionary<string, string?>(more)
            {
                ["Discord:Token"] = DiscordEmulator.SampleToken,
                ["Discord:ApiUrl"] = discord.ApiUrl.ToString(),
            }
        )
    {
        Discord = discord;
        Bot = discord.AddBot();
        Ann = discord.AddPerson("Ann");
        Guild = discord.AddGuild("News lovers", Ann);
        Channel = Guild.AddTextChannel("news");
    }

    public DiscordEmulator Discord { get; }

    public BotAccount Bot { get; }

    public Person Ann { get; }

    public Guild Guild { get; }

    public DiscordChannel Channel { get; }

    public static async Task<DiscordDesk> OpenAsync(
        TimeProvider? time = null,
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        DiscordEmulatorOptions? options = null,
        bool isRunning = true
    )
    {
        options ??= new DiscordEmulatorOptions();
        var discord = await DiscordEmulator.StartAsync(
            time is null ? options : options with { Time = time },
            Cancellation
        );
        var desk = new DiscordDesk(discord, time, settings ?? []);
        desk.CopySeeds();
        if (isRunning)
            await desk.ConnectAsync();
        return desk;
    }

    /// <summary>By a clock that the test moves: its jumps break no line, and nobody is paced.</summary>
    public static Task<DiscordDesk> OpenAtAsync(
        FakeTimeProvider clock,
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        bool isRunning = true
    ) =>
        OpenAsync(
            clock,
            settings,
            new DiscordEmulatorOptions { HasRateLimits = false, HeartbeatInterval = TimeSpan.FromHours(1) },
            isRunning
        );

    /// <summary>Starts, and waits until people's interactions reach the bot.</summary>
    public async Task ConnectAsync()
    {
        await StartAsync();
        await Bot.Gateway.WaitUntilConnectedAsync(Cancellation);
    }

    /// <summary>Stops for a while, in which something may happen, and starts again.</summary>
    public async Task RestartAsync(Action? meanwhile = null, TimeSpan? later = null)
    {
        await StopAsync();
        meanwhile?.Invoke();
        // Discord lets nobody come sooner than five seconds after the last time.
        Clock.Advance(later ?? TimeSpan.FromSeconds(6));
        await ConnectAsync();
    }

    public static Destination PlaceOf(DiscordChannel channel) =>
        DiscordAddress.Of(
            channel.Guild is { } guild ? new Snowflake((ulong)guild.Id) : null,
            new Snowflake((ulong)channel.Id)
        );

    public Task QueueAsync(DiscordChannel channel, params IEnumerable<string> parts) =>
        QueueAsync(PlaceOf(channel), parts);

    /// <summary>Plans a digest for half past seven.</summary>
    public Task<Message> PlanAsync(DiscordChannel channel, params (string Name, object Value)[] more) =>
        AskAsync(Ann, channel, "digest add", [("at", "07:30"), ("zone", "utc"), .. more]);

    /// <summary>Lets the clock run until so much was posted that answers nobody, and gives it.</summary>
    public async Task<IReadOnlyList<Message>> ComesAsync(DiscordChannel channel, int posts = 1)
    {
        await PassUntilAsync(() => Posts(channel).Count >= posts, $"{posts} posts stand in {channel}");
        return Posts(channel);
    }

    /// <summary>What the bot has written that answers nobody.</summary>
    public static IReadOnlyList<Message> Posts(DiscordChannel channel) =>
        [.. channel.BotMessages.Where(m => m.Answers is null)];

    public async Task<IReadOnlyList<string>> PausesAsync()
    {
        await using var connection = await Get<Database>().OpenAsync(Cancellation);
        return
        [
            .. await connection.QueryAsync<string>("SELECT why FROM paused_destinations ORDER BY since, destination"),
        ];
    }

    public Task PausedAsync(string why) =>
        UntilAsync(async () => (await PausesAsync()).Contains(why), $"a place is paused: {why}");

    public Task ResumedAsync() => UntilAsync(async () => (await PausesAsync()).Count == 0, "nothing is paused");

    /// <summary>Nothing was sent that Discord would not take, and nobody was rung at.</summary>
    public void IsAllRight()
    {
        Assert.Empty(Discord.Refusals);
        Assert.Empty(Discord.Misprints);
        Assert.Empty(Discord.Pings);
    }

    /// <summary>Uses a command and waits for its answer.</summary>
    public static async Task<Message> AskAsync(
        Person person,
        DiscordChannel channel,
        string command,
        params (string Name, object Value)[] options
    ) =>
        await (await person.UsesCommandAsync(channel, command, Cancellation, options)).WaitForAnswerAsync(Cancellation);

    protected override ValueTask CloseAsync() => Discord.DisposeAsync();
}
