using Bot.Emulators.Telegram;
using Bot.Telegram.Api;
using Bot.Tests.Hosting;

namespace Bot.Tests.Telegram;

/// <summary>The desk with an emulated Telegram before it.</summary>
internal sealed class TelegramDesk : PlatformDesk
{
    private TelegramDesk(TelegramEmulator telegram, TimeProvider? time, IEnumerable<KeyValuePair<string, string?>> more)
        : base(
            time,
            new Dictionary<string, string?>(more)
            {
                ["Telegram:Token"] = TelegramEmulator.SampleToken,
                ["Telegram:ApiUrl"] = telegram.Url.ToString(),
            }
        )
    {
        Telegram = telegram;
        Bot = telegram.AddBot();
    }

    public TelegramEmulator Telegram { get; }

    public BotAccount Bot { get; }

    public static async Task<TelegramDesk> OpenAsync(
        TimeProvider? time = null,
        IEnumerable<KeyValuePair<string, string?>>? settings = null,
        TelegramEmulatorOptions? options = null,
        bool isRunning = true
    )
    {
        options ??= new TelegramEmulatorOptions();
        var telegram = await TelegramEmulator.StartAsync(
            time is null ? options : options with { Time = time },
            Cancellation
        );
        var desk = new TelegramDesk(telegram, time, settings ?? []);
        desk.CopySeeds();
        if (isRunning)
            await desk.StartAsync();
        return desk;
    }

    public Task QueueAsync(Chat chat, params IEnumerable<string> parts) =>
        QueueAsync(TelegramAddress.Of(chat.Id), parts);

    /// <summary>Says something and waits for the first answer to it.</summary>
    public static async Task<Message> AskAsync(Person person, Chat chat, string text, Topic? topic = null) =>
        await chat.WaitForAnswerAsync(person.Says(chat, text, topic), Cancellation);

    protected override ValueTask CloseAsync() => Telegram.DisposeAsync();
}
