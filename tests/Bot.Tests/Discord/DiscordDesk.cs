using Bot.Core.Chat;
using Bot.Discord.Accounts;
using Bot.Discord.Api.Wire;
using Bot.Emulators.Discord;
using Bot.Tests.Hosting;
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

    /// <summary>Starts, and waits until people's interactions reach the bot.</summary>
    public async Task ConnectAsync()
    {
        await StartAsync();
        await Bot.Gateway.WaitUntilConnectedAsync(Cancellation);
    }

    public static Destination PlaceOf(DiscordChannel channel) =>
        DiscordAddress.Of(
            channel.Guild is { } guild ? new Snowflake((ulong)guild.Id) : null,
            new Snowflake((ulong)channel.Id)
        );

    public Task QueueAsync(DiscordChannel channel, params IEnumerable<string> parts) =>
        QueueAsync(PlaceOf(channel), parts);

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
