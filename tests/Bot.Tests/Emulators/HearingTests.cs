using Bot.Emulators.Telegram;

namespace Bot.Tests.Emulators;

/// <summary>What a bot hears of which chat.</summary>
public sealed class HearingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_privacy_a_bot_hears_in_a_group_only_what_is_meant_for_it()
    {
        await using var emulator = await TelegramEmulator.StartAsync(cancellation: Cancellation);
        var bot = emulator.AddBot();
        using var line = new BotLine(emulator, bot);
        var ann = emulator.AddPerson("Ann");
        var group = emulator.AddGroup("News lovers", ann);
        ann.Adds(bot, group);
        await line.CallAsync("sendMessage", new { chat_id = group.Id, text = "Good morning." });
        var greeting = Assert.Single(await group.WaitForBotMessagesAsync(1, Cancellation));

        ann.Says(group, "has anybody read the news?");
        ann.Says(group, "/who");
        ann.Says(group, "/who@byline_bot putin");
        ann.Says(group, "/who@other_bot putin");
        ann.Says(group, "ask @byline_bot then");
        ann.Says(group, "a good morning to you", replyTo: greeting);

        Assert.Equal(
            ["/who", "/who@byline_bot putin", "ask @byline_bot then", "a good morning to you"],
            await line.HeardAsync()
        );
        Assert.Empty(emulator.Misprints);
    }
}
