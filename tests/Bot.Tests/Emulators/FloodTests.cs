namespace Bot.Tests.Emulators;

public sealed class FloodTests
{
    [Fact]
    public async Task A_private_chat_takes_a_burst_of_four_and_then_one_a_second()
    {
        await using var room = await EmulatedRoom.OpenAsync(hasFloodControl: true);

        for (var i = 0; i < 4; i++)
            Assert.Null(await SendAsync(room, room.Private.Id));
        Assert.Equal("Too Many Requests: retry after 1", await SendAsync(room, room.Private.Id));

        room.Time.Advance(TimeSpan.FromMilliseconds(900));
        Assert.NotNull(await SendAsync(room, room.Private.Id));
        room.Time.Advance(TimeSpan.FromMilliseconds(100));
        for (var i = 0; i < 10; i++)
        {
            Assert.Null(await SendAsync(room, room.Private.Id));
            room.Time.Advance(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task A_group_takes_twenty_a_minute_however_they_are_spread()
    {
        await using var room = await EmulatedRoom.OpenAsync(hasFloodControl: true);
        var group = room.Emulator.AddGroup("News lovers", room.Ann);
        room.Ann.Adds(room.Bot, group);

        for (var i = 0; i < 20; i++)
        {
            Assert.Null(await SendAsync(room, group.Id));
            room.Time.Advance(TimeSpan.FromSeconds(2));
        }

        Assert.Equal("Too Many Requests: retry after 20", await SendAsync(room, group.Id));
        room.Time.Advance(TimeSpan.FromSeconds(20));
        Assert.Null(await SendAsync(room, group.Id));
    }

    [Fact]
    public async Task A_bot_sends_thirty_a_second_over_all_chats()
    {
        await using var room = await EmulatedRoom.OpenAsync(hasFloodControl: true);
        var chats = Enumerable
            .Range(0, 31)
            .Select(i => room.Emulator.AddPerson($"Reader {i}").PrivateChatWith(room.Bot))
            .ToList();

        foreach (var chat in chats.Take(30))
            Assert.Null(await SendAsync(room, chat.Id));
        Assert.Equal("Too Many Requests: retry after 1", await SendAsync(room, chats[30].Id));

        room.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await SendAsync(room, chats[30].Id));
    }

    [Fact]
    public async Task Edits_count_and_actions_do_not()
    {
        await using var room = await EmulatedRoom.OpenAsync(hasFloodControl: true);
        var sent = await room.SendAsync("0");
        for (var i = 1; i < 4; i++)
        {
            await room.Line.CallAsync("sendChatAction", new { chat_id = room.Private.Id, action = "typing" });
            Assert.Null(await EditAsync(i));
        }

        Assert.Equal("Too Many Requests: retry after 1", await EditAsync(4));
        Assert.Equal(3, room.Private.BotMessages[0].EditedCount);

        Task<string?> EditAsync(int i) =>
            room.RefusalOfAsync(
                "editMessageText",
                new
                {
                    chat_id = room.Private.Id,
                    message_id = sent.Id,
                    text = $"{i}",
                }
            );
    }

    private static Task<string?> SendAsync(EmulatedRoom room, long chat) =>
        room.RefusalOfAsync("sendMessage", new { chat_id = chat, text = "news" });
}
