using System.Text.Json;
using Bot.Discord.Gateway;
using Bot.Emulators.Discord;

namespace Bot.Tests.Discord.Emulated;

public sealed class LogInTests
{
    private static readonly TimeSpan BetweenIdentifies = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_connection_is_told_that_it_is_ready_and_of_each_server(bool isCompressed)
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Emulator.AddGuilds(3, room.Ann, channels: 60, roles: 40);
        await using var connection = room.Connect(isCompressed);

        var created = await connection.HearAsync("GUILD_CREATE", 4);

        Assert.Equal("READY", connection.Heard[0].Name);
        Assert.Equal(["News lovers", "Server 1", "Server 2", "Server 3"], created.Select(NameOf));
        Assert.Equal(Enumerable.Range(1, 5).Select(s => (long)s), connection.Heard.Select(e => e.Sequence));
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task As_many_shards_as_are_recommended_share_the_servers_and_identify_in_turn()
    {
        await using var room = await ClientRoom.OpenAsync(new DiscordEmulatorOptions { Shards = 3 });
        room.Emulator.AddGuilds(8, room.Ann);
        await using var fleet = room.Connect();

        await fleet.HearAsync("READY", 3);
        var created = await fleet.HearAsync("GUILD_CREATE", 9);

        Assert.Equal(9, created.Select(NameOf).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([0, 1, 2], created.Select(c => c.Shard).Distinct().Order());
        Assert.All(created, c => Assert.Equal(c.Shard, (IdOf(c) >> 22) % 3));
        var identifies = room.Bot.Gateway.Identifies;
        Assert.Equal(3, identifies.Count);
        Assert.All(
            identifies.Zip(identifies.Skip(1)),
            pair => Assert.True(pair.Second - pair.First >= BetweenIdentifies)
        );
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task Shards_of_different_groups_identify_at_once()
    {
        await using var room = await ClientRoom.OpenAsync(
            new DiscordEmulatorOptions { Shards = 4, MaxConcurrency = 2 }
        );
        await using var fleet = room.Connect();

        await fleet.HearAsync("READY", 4);

        var identifies = room.Bot.Gateway.Identifies;
        Assert.True(identifies[1] - identifies[0] < BetweenIdentifies);
        Assert.True(identifies[3] - identifies[0] < 2 * BetweenIdentifies);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task Heartbeats_are_answered_and_the_line_stays()
    {
        await using var room = await ClientRoom.OpenAsync(
            new DiscordEmulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(20) }
        );
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        await room.PassAsync(TimeSpan.FromSeconds(110));

        Assert.InRange(room.Bot.Gateway.Heartbeats, 5, 6);
        Assert.Single(fleet.Connects);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_heartbeat_that_Discord_asks_for_comes_at_once()
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");
        var before = room.Bot.Gateway.Heartbeats;

        room.Bot.Gateway.AsksForHeartbeat();

        await ClientRoom.UntilAsync(() => room.Bot.Gateway.Heartbeats == before + 1);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_goodbye_ends_the_session()
    {
        await using var room = await ClientRoom.OpenAsync();
        var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        await fleet.DisposeAsync();

        Assert.Null(await fleet.Running);
        Assert.Equal(0, room.Bot.Gateway.Connected);
        Assert.Empty(room.Emulator.Refusals);
    }

    private static string? NameOf(GatewayEvent created) => BodyOf(created).GetProperty("name").GetString();

    private static long IdOf(GatewayEvent created) =>
        long.Parse(
            BodyOf(created).GetProperty("id").GetString() ?? "",
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static JsonElement BodyOf(GatewayEvent happened) => JsonElement.Parse(happened.Body.Span);
}
