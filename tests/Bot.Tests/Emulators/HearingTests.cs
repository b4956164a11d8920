using Bot.Emulators.Telegram;

namespace Bot.Tests.Emulators;

/// <summary>What a bot hears of which chat.</summary>
public sealed class HearingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_privacy_a_bot_hears_in_a_group_only_what_is_meant_for_it()
    {
        await using var room = await EmulatedRoom.OpenAsync();
        var group = room.Emulator.AddGroup("News lovers", room.Ann);
        room.Ann.Adds(room.Bot, group);
        await room.Line.CallAsync("sendMessage", new { chat_id = group.Id, text = "Good morning." });
        var greeting = Assert.Single(await group.WaitForBotMessagesAsync(1, Cancellation));

        room.Ann.Says(group, "has anybody read the news?");
        room.Ann.Says(group, "/who");
        room.Ann.Says(group, "/who@byline_bot putin");
        room.Ann.Says(group, "/who@other_bot putin");
        room.Ann.Says(group, "ask @byline_bot then");
        room.Ann.Says(group, "a good morning to you", replyTo: greeting);

        Assert.Equal(
            ["/who", "/who@byline_bot putin", "ask @byline_bot then", "a good morning to you"],
            await room.Line.HeardAsync()
        );
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Without_privacy_or_as_an_administrator_a_bot_hears_all(bool hasPrivacy, bool isAdministrator)
    {
        await using var room = await EmulatedRoom.OpenAsync(hasPrivacy);
        var group = room.Emulator.AddSupergroup("News lovers", room.Ann);
        room.Ann.Adds(room.Bot, group);
        if (isAdministrator)
            room.Ann.Promotes(room.Bot, group);

        room.Ann.Says(group, "has anybody read the news?");

        Assert.Equal(["has anybody read the news?"], await room.Line.HeardAsync());
    }

    [Fact]
    public async Task An_anonymous_administrator_has_the_groups_name_and_no_account()
    {
        await using var room = await EmulatedRoom.OpenAsync();
        var group = room.Emulator.AddSupergroup("News lovers", room.Ann);
        room.Ann.Adds(room.Bot, group);

        var said = room.Ann.SaysAnonymously(group, "/digest now");

        Assert.Equal(PlatformVoice.AnonymousAdministratorId, said.From?.Id);
        Assert.Equal(group, said.SenderChat);
        Assert.Equal(["/digest now"], await room.Line.HeardAsync());
    }

    [Fact]
    public async Task A_bot_hears_nothing_of_what_it_says_itself_nor_of_other_bots()
    {
        await using var room = await EmulatedRoom.OpenAsync(hasPrivacy: false);
        var other = room.Emulator.AddBot("220201543:AAHother", "other_bot", "Other", hasPrivacy: false);
        var group = room.Emulator.AddGroup("Bots", room.Ann);
        room.Ann.Adds(room.Bot, group);
        room.Ann.Adds(other, group);
        using var otherLine = new BotLine(room.Emulator, other);

        await room.Line.CallAsync("sendMessage", new { chat_id = group.Id, text = "hello" });
        await otherLine.CallAsync("sendMessage", new { chat_id = group.Id, text = "hello to you" });

        Assert.Empty(await room.Line.HeardAsync());
        Assert.Empty(await otherLine.HeardAsync());
    }

    [Fact]
    public async Task What_was_not_fetched_within_a_day_is_lost()
    {
        await using var room = await EmulatedRoom.OpenAsync();
        room.Ann.Says(room.Private, "old news");

        room.Time.Advance(TimeSpan.FromHours(25));
        room.Ann.Says(room.Private, "news");

        Assert.Equal(["news"], await room.Line.HeardAsync());
    }
}
