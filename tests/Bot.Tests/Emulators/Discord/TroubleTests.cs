using Bot.Emulators.Discord.Faults;

namespace Bot.Tests.Emulators.Discord;

public sealed class TroubleTests
{
    private const string Posting = "POST /channels/{channel_id}/messages";

    [Fact]
    public async Task A_lost_answer_leaves_the_message_and_a_lost_request_does_not()
    {
        await using var room = await DiscordRoom.OpenAsync();
        room.Emulator.Faults.Add(Posting, new Fault.LostRequest());
        room.Emulator.Faults.Add(Posting, new Fault.LostAnswer());

        await Assert.ThrowsAsync<HttpRequestException>(() => room.PostAsync(new { content = "one" }));
        await Assert.ThrowsAsync<HttpRequestException>(() => room.PostAsync(new { content = "two" }));

        Assert.Equal("two", Assert.Single(room.News.Transcript).Content);
        Assert.Equal(0, room.Emulator.Faults.Waiting);
    }

    [Fact]
    public async Task A_channel_can_go_and_a_bot_can_be_thrown_out_just_before_a_message_comes()
    {
        await using var room = await DiscordRoom.OpenAsync();
        var other = room.Guild.AddTextChannel("other");
        room.Emulator.Faults.Add(Posting, new Fault.ChannelGone(), other);
        room.Emulator.Faults.Add(Posting, new Fault.Removed(), room.News);

        Assert.Equal(10003, DiscordRoom.CodeOf(await room.PostAsync(new { content = "a" }, other)));
        Assert.Equal(50001, DiscordRoom.CodeOf(await room.PostAsync(new { content = "a" })));
        Assert.Equal(1, room.Emulator.InvalidRequests);
    }

    [Fact]
    public async Task Chance_strikes_the_same_calls_for_the_same_seed()
    {
        var first = await StruckAsync(seed: 7);

        Assert.Equal(first, await StruckAsync(seed: 7));
        Assert.NotEqual(first, await StruckAsync(seed: 8));
        Assert.InRange(first.Count(struck => struck), 5, 35);
    }

    private static async Task<IReadOnlyList<bool>> StruckAsync(int seed)
    {
        await using var room = await DiscordRoom.OpenAsync();
        room.Emulator.Faults.AddRandom(seed, rate: 0.2, new Fault.ServerError(502), new Fault.Limited(TimeSpan.Zero));
        var struck = new List<bool>();
        for (var i = 0; i < 100; i++)
            struck.Add((await room.PostAsync(new { content = "a" })).Status != 200);
        return struck;
    }
}
