using Bot.Emulators.Telegram;

namespace Bot.Tests.Emulators;

/// <summary>An emulator with a bot, its line, and Ann, who has pressed Start; the clock stands unless it is moved.</summary>
internal sealed class EmulatedRoom : IAsyncDisposable
{
    private EmulatedRoom(TelegramEmulator emulator, WatchedTime time, bool hasPrivacy)
    {
        Emulator = emulator;
        Time = time;
        Bot = emulator.AddBot(hasPrivacy: hasPrivacy);
        Line = new BotLine(emulator, Bot);
        Ann = emulator.AddPerson("Ann", language: "en");
        Private = Ann.PrivateChatWith(Bot);
    }

    public TelegramEmulator Emulator { get; }

    public WatchedTime Time { get; }

    public BotAccount Bot { get; }

    public BotLine Line { get; }

    public Person Ann { get; }

    public Chat Private { get; }

    public static async Task<EmulatedRoom> OpenAsync(bool hasPrivacy = true, bool hasFloodControl = false)
    {
        var time = new WatchedTime();
        var emulator = await TelegramEmulator.StartAsync(
            new TelegramEmulatorOptions { Time = time, HasFloodControl = hasFloodControl },
            TestContext.Current.CancellationToken
        );
        return new EmulatedRoom(emulator, time, hasPrivacy);
    }

    /// <summary>Sends to Ann and gives the message as she sees it.</summary>
    public async Task<Message> SendAsync(string text, params object[] entities)
    {
        var answer = await Line.CallAsync(
            "sendMessage",
            new
            {
                chat_id = Private.Id,
                text,
                entities,
            }
        );
        Assert.True(answer.GetProperty("ok").GetBoolean(), answer.ToString());
        return Private.BotMessages[^1];
    }

    public async Task<string?> RefusalOfAsync(string method, object parameters)
    {
        var answer = await Line.CallAsync(method, parameters);
        return answer.TryGetProperty("description", out var description) ? description.GetString() : null;
    }

    public async ValueTask DisposeAsync()
    {
        Line.Dispose();
        await Emulator.DisposeAsync();
        Assert.Empty(Emulator.Misprints);
    }
}
