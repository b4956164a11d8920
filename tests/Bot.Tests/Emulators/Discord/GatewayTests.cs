using Bot.Emulators.Discord;

namespace Bot.Tests.Emulators.Discord;

public sealed class GatewayTests
{
    [Theory]
    [InlineData("v=9&encoding=json", 4012)]
    [InlineData("v=10&encoding=etf", 4012)]
    public async Task A_socket_that_asks_for_what_there_is_not_is_closed(string query, int code)
    {
        await using var room = await DiscordRoom.OpenAsync();

        using var line = await GatewayLine.OpenAsync(room, query);

        Assert.Equal(code, await line.ReadToEndAsync());
    }

    [Theory]
    [InlineData(1L << 15, 0, 1, 4014)]
    [InlineData(1L << 40, 0, 1, 4013)]
    [InlineData(1L, 2, 2, 4010)]
    public async Task Who_identifies_wrongly_is_told_by_the_code(long intents, int shard, int shards, int code)
    {
        await using var room = await DiscordRoom.OpenAsync();
        using var line = await GatewayLine.OpenAsync(room);

        await line.IdentifyAsync(room, intents, [shard, shards]);

        Assert.Equal(code, await line.ReadToEndAsync());
        Assert.Contains(room.Emulator.Refusals, r => r.Method == "IDENTIFY");
    }

    [Fact]
    public async Task What_is_said_out_of_order_or_too_long_closes_the_socket()
    {
        await using var room = await DiscordRoom.OpenAsync();

        Assert.Equal(4003, await CodeAfterAsync(room, new { op = 3, d = new { } }));
        Assert.Equal(4001, await CodeAfterAsync(room, new { op = 99 }));
        Assert.Equal(4002, await CodeAfterAsync(room, new { op = 1, d = new string('a', 4096) }));
        Assert.Equal(4002, await CodeAfterAsync(room, new[] { 1 }));
    }

    [Fact]
    public async Task The_hundred_and_twenty_first_payload_of_a_minute_is_one_too_many()
    {
        await using var room = await DiscordRoom.OpenAsync();
        using var line = await GatewayLine.OpenAsync(room);

        for (var i = 0; i < 121; i++)
            await line.SayAsync(new { op = 1, d = (int?)null });

        Assert.Equal(4008, await line.ReadToEndAsync());
    }

    [Fact]
    public async Task A_socket_whose_heart_stops_is_closed_and_one_that_beats_is_not()
    {
        await using var room = await DiscordRoom.OpenAsync();
        using var still = await GatewayLine.OpenAsync(room);
        using var beating = await GatewayLine.OpenAsync(room);
        await still.ReadAsync();
        await beating.ReadAsync();

        for (var i = 0; i < 3; i++)
        {
            await beating.SayAsync(new { op = 1, d = (int?)null });
            await beating.ReadAsync();
            room.Time.Advance(TimeSpan.FromMilliseconds(41_250));
        }

        Assert.Equal(4009, await still.ReadToEndAsync());
        await beating.SayAsync(new { op = 1, d = (int?)null });
        Assert.Equal(11, (await beating.ReadAsync())?.GetProperty("op").GetInt32());
        Assert.Equal("HEARTBEAT", Assert.Single(room.Emulator.Refusals).Method);
    }

    [Fact]
    public async Task A_second_identify_within_five_seconds_is_told_op_9()
    {
        await using var room = await DiscordRoom.OpenAsync();
        using var first = await GatewayLine.LetInAsync(room);
        using var second = await GatewayLine.OpenAsync(room);
        await second.ReadAsync();

        await second.IdentifyAsync(room);
        var told = await second.ReadAsync();
        room.Time.Advance(TimeSpan.FromSeconds(5));
        await second.IdentifyAsync(room);

        Assert.Equal(9, told?.GetProperty("op").GetInt32());
        await second.ReadUntilAsync("READY");
    }

    [Fact]
    public async Task A_session_can_be_resumed_for_five_minutes_and_what_was_missed_comes_in_order()
    {
        await using var room = await DiscordRoom.OpenAsync();
        await room.RegisterAsync();
        string session;
        using (var first = await GatewayLine.OpenAsync(room))
        {
            await first.IdentifyAsync(room);
            session = (await first.ReadUntilAsync("READY")).GetProperty("session_id").GetString()!;
            await first.ReadUntilAsync("GUILD_CREATE");
            room.Bot.Gateway.CutsSockets();
        }

        await room.Bot.Gateway.WaitUntilLostAsync(TestContext.Current.CancellationToken);
        var asked = room.Ann.UsesCommand(room.News, "quotes");
        using var second = await GatewayLine.OpenAsync(room);
        await second.SayAsync(
            new
            {
                op = 6,
                d = new
                {
                    token = room.Bot.Token,
                    session_id = session,
                    seq = 2,
                },
            }
        );

        var missed = await second.ReadUntilAsync("INTERACTION_CREATE");
        await second.ReadUntilAsync("RESUMED");
        Assert.Equal($"{asked.Id}", missed.GetProperty("id").GetString());
        Assert.False(asked.WasDelivered);
    }

    [Fact]
    public async Task A_shard_is_told_only_of_its_servers_and_interactions_need_no_intent()
    {
        await using var room = await DiscordRoom.OpenAsync();
        room.Emulator.AddGuilds(9, room.Ann);
        await room.RegisterAsync();
        using var line = await GatewayLine.OpenAsync(room);

        await line.IdentifyAsync(room, intents: 0, shard: [0, 2]);
        var ready = await line.ReadUntilAsync("READY");
        room.Ann.UsesCommand(room.Ann.DirectMessagesWith(room.Bot), "quotes");

        Assert.InRange(ready.GetProperty("guilds").GetArrayLength(), 3, 7);
        Assert.Equal(1, (await line.ReadUntilAsync("INTERACTION_CREATE")).GetProperty("context").GetInt32());
    }

    [Fact]
    public async Task One_shard_holds_2500_servers_and_four_hold_ten_thousand()
    {
        await using var room = await DiscordRoom.OpenAsync(
            new DiscordEmulatorOptions { HasRateLimits = false, MaxConcurrency = 16 }
        );
        room.Emulator.AddGuilds(9_000, room.Ann);
        using var alone = await GatewayLine.OpenAsync(room);
        await alone.IdentifyAsync(room);
        Assert.Equal(4011, await alone.ReadToEndAsync());

        var told = 0;
        for (var shard = 0; shard < 4; shard++)
        {
            using var line = await GatewayLine.OpenAsync(room);
            await line.IdentifyAsync(room, shard: [shard, 4]);
            told += (await line.ReadUntilAsync("READY")).GetProperty("guilds").GetArrayLength();
        }

        Assert.Equal(9_001, told);
    }

    private static async Task<int?> CodeAfterAsync(DiscordRoom room, object payload)
    {
        using var line = await GatewayLine.OpenAsync(room);
        await line.SayAsync(payload);
        return await line.ReadToEndAsync();
    }
}
