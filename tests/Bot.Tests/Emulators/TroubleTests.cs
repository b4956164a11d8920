using Bot.Emulators.Telegram.Faults;

namespace Bot.Tests.Emulators;

/// <summary>Faults that change the world before the server looks at a call.</summary>
public sealed class TroubleTests
{
    [Fact]
    public async Task A_group_can_move_just_before_a_message_comes()
    {
        await using var room = await EmulatedRoom.OpenAsync();
        var group = room.Emulator.AddGroup("News lovers", room.Ann);
        room.Ann.Adds(room.Bot, group);
        room.Emulator.Faults.Add("sendMessage", new Fault.Moved(), group);

        Assert.Null(await room.RefusalOfAsync("sendMessage", new { chat_id = room.Private.Id, text = "elsewhere" }));
        var answer = await room.Line.CallAsync("sendMessage", new { chat_id = group.Id, text = "news" });

        Assert.Equal(group.MovedTo?.Id, answer.GetProperty("parameters").GetProperty("migrate_to_chat_id").GetInt64());
        Assert.Equal(0, room.Emulator.Faults.Waiting);
    }

    [Fact]
    public async Task A_bot_can_be_thrown_out_and_a_topic_deleted_just_before_a_message_comes()
    {
        await using var room = await EmulatedRoom.OpenAsync();
        var forum = room.Emulator.AddSupergroup("Forum", room.Ann, isForum: true);
        room.Ann.Adds(room.Bot, forum);
        var topic = forum.AddTopic("Politics");
        var call = new
        {
            chat_id = forum.Id,
            message_thread_id = topic.Id,
            text = "news",
        };
        room.Emulator.Faults.Add("sendMessage", new Fault.TopicGone());
        room.Emulator.Faults.Add("sendMessage", new Fault.Kicked());

        Assert.Equal("Bad Request: message thread not found", await room.RefusalOfAsync("sendMessage", call));
        Assert.Equal(
            "Forbidden: bot was kicked from the supergroup chat",
            await room.RefusalOfAsync("sendMessage", call)
        );
    }

    [Fact]
    public async Task Chance_strikes_the_same_calls_for_the_same_seed()
    {
        var first = await StruckAsync(seed: 7);
        var again = await StruckAsync(seed: 7);
        var other = await StruckAsync(seed: 8);

        Assert.Equal(first, again);
        Assert.NotEqual(first, other);
        Assert.InRange(first.Count(struck => struck), 5, 35);
    }

    private static async Task<IReadOnlyList<bool>> StruckAsync(int seed)
    {
        await using var room = await EmulatedRoom.OpenAsync();
        room.Emulator.Faults.AddRandom(seed, rate: 0.2, new Fault.ServerError(502), new Fault.Flood(TimeSpan.Zero));
        var struck = new List<bool>();
        for (var i = 0; i < 100; i++)
            struck.Add(
                await room.RefusalOfAsync("sendMessage", new { chat_id = room.Private.Id, text = "a" }) is not null
            );
        return struck;
    }
}
