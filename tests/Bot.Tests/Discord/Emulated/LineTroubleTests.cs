using System.Text.Json;
using Bot.Discord.Gateway;
using Bot.Emulators.Discord;

namespace Bot.Tests.Discord.Emulated;

/// <summary>Lines that break, fall silent or are closed, and what becomes of the session.</summary>
public sealed class LineTroubleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task A_line_that_is_cut_is_resumed_and_what_was_missed_comes_in_order(
        bool isMidFrame,
        bool isCompressed
    )
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var connection = room.Connect(isCompressed);
        await connection.HearAsync("GUILD_CREATE");

        room.Bot.Gateway.CutsSockets(isMidFrame);
        await room.Bot.Gateway.WaitUntilLostAsync(Cancellation);
        foreach (var name in new[] { "one", "two", "three" })
            room.Guild.AddTextChannel(name);
        await connection.HearAsync("RESUMED");
        room.Guild.AddTextChannel("four");
        await connection.HearAsync("CHANNEL_CREATE", 4);

        Assert.Equal(
            ["READY", "GUILD_CREATE", "one", "two", "three", "RESUMED", "four"],
            connection.Heard.Select(e => e.Name == "CHANNEL_CREATE" ? NameOf(e) : e.Name)
        );
        Assert.Single(room.Bot.Gateway.Identifies);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task All_shards_that_are_cut_at_once_are_resumed()
    {
        await using var room = await ClientRoom.OpenAsync(
            new DiscordEmulatorOptions { Shards = 4, MaxConcurrency = 4 }
        );
        await using var fleet = room.Connect();
        await fleet.HearAsync("READY", 4);

        room.Bot.Gateway.CutsSockets();
        await fleet.HearAsync("RESUMED", 4);

        Assert.Equal(4, room.Bot.Gateway.Identifies.Count);
        Assert.Equal(4, room.Bot.Gateway.Connected);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task Shards_that_all_need_a_new_session_identify_in_turn()
    {
        await using var room = await ClientRoom.OpenAsync(new DiscordEmulatorOptions { Shards = 3 });
        await using var fleet = room.Connect();
        await fleet.HearAsync("READY", 3);

        room.Bot.Gateway.Closes(4007);
        await fleet.HearAsync("READY", 6);

        var identifies = room.Bot.Gateway.Identifies;
        Assert.All(
            identifies.Zip(identifies.Skip(1)),
            pair => Assert.True(pair.Second - pair.First >= TimeSpan.FromSeconds(5))
        );
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_line_that_falls_silent_is_left_and_resumed_and_nothing_is_lost()
    {
        await using var room = await ClientRoom.OpenAsync(
            new DiscordEmulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(20) }
        );
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        room.Bot.Gateway.FallsSilent();
        room.Guild.AddTextChannel("unheard");
        await fleet.HearAsync("RESUMED");

        Assert.Equal("unheard", NameOf(Assert.Single(await fleet.HearAsync("CHANNEL_CREATE"))));
        Assert.Equal(2, fleet.Connects.Count);
        Assert.Single(room.Bot.Gateway.Identifies);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_wish_for_a_reconnect_is_met_with_a_resume()
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");
        var at = room.Time.GetUtcNow();

        room.Bot.Gateway.AsksToReconnect();
        await fleet.HearAsync("RESUMED");

        Assert.True(room.Time.GetUtcNow() - at < TimeSpan.FromSeconds(2));
        Assert.Single(room.Bot.Gateway.Identifies);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Theory]
    [InlineData(true, "RESUMED", 1, 1)]
    [InlineData(false, "READY", 2, 2)]
    public async Task An_invalid_session_is_resumed_or_begun_anew_as_Discord_says(
        bool isResumable,
        string name,
        int count,
        int identifies
    )
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        room.Bot.Gateway.Invalidates(isResumable);
        await fleet.HearAsync(name, count);

        Assert.Equal(identifies, room.Bot.Gateway.Identifies.Count);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(4000)]
    [InlineData(4001)]
    [InlineData(4002)]
    [InlineData(4006)]
    [InlineData(4009)]
    public async Task After_these_codes_the_session_is_resumed(int code)
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        room.Bot.Gateway.Closes(code);
        await fleet.HearAsync("RESUMED");

        Assert.Single(room.Bot.Gateway.Identifies);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Theory]
    [InlineData(4003)]
    [InlineData(4005)]
    [InlineData(4007)]
    [InlineData(4008)]
    public async Task After_these_codes_a_new_session_begins(int code)
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        room.Bot.Gateway.Closes(code);
        await fleet.HearAsync("READY", 2);
        await fleet.HearAsync("GUILD_CREATE", 2);

        Assert.Equal(0, room.Bot.Gateway.Resumes);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Theory]
    [InlineData(4004, "developer portal")]
    [InlineData(4010, "the number of shards that it recommends")]
    [InlineData(4011, "start it again")]
    [InlineData(4012, "update this program")]
    [InlineData(4013, "update this program")]
    [InlineData(4014, "Privileged Gateway Intents")]
    public async Task After_these_codes_all_shards_end_with_a_sentence(int code, string mend)
    {
        await using var room = await ClientRoom.OpenAsync(
            new DiscordEmulatorOptions { Shards = 2, MaxConcurrency = 2 }
        );
        await using var fleet = room.Connect();
        await fleet.HearAsync("READY", 2);

        room.Bot.Gateway.Closes(code);
        var why = await fleet.EndAsync();
        await room.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Contains(mend, why, StringComparison.Ordinal);
        Assert.Equal(2, fleet.Connects.Count);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_server_that_closes_whoever_identifies_is_asked_with_growing_waits()
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Bot.Gateway.ClosesNext(4000, times: 6);
        await using var fleet = room.Connect();

        await fleet.HearAsync("READY");

        AssertWaitsGrow(fleet.Connects);
        Assert.Equal(7, room.Bot.Gateway.Identifies.Count);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_server_that_closes_whoever_resumes_is_asked_with_growing_waits_and_for_the_same_session()
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        room.Bot.Gateway.ClosesNext(4000, times: 6);
        room.Bot.Gateway.CutsSockets();
        await room.Bot.Gateway.WaitUntilLostAsync(Cancellation);
        room.Guild.AddTextChannel("meanwhile");
        await fleet.HearAsync("RESUMED");

        AssertWaitsGrow(fleet.Connects.Skip(1).ToList());
        Assert.Equal("meanwhile", NameOf(Assert.Single(await fleet.HearAsync("CHANNEL_CREATE"))));
        Assert.Single(room.Bot.Gateway.Identifies);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task Sessions_that_end_as_soon_as_they_begin_are_asked_for_with_growing_waits()
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();

        for (var i = 1; i <= 5; i++)
        {
            await fleet.HearAsync("READY", i);
            room.Bot.Gateway.Closes(4007);
        }

        await fleet.HearAsync("READY", 6);
        AssertWaitsGrow(fleet.Connects);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_session_that_Discord_has_forgotten_is_begun_anew()
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        room.Bot.Gateway.Forget();
        room.Bot.Gateway.CutsSockets();
        await fleet.HearAsync("READY", 2);

        Assert.Equal(0, room.Bot.Gateway.Resumes);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_token_that_is_changed_meanwhile_ends_it_with_a_sentence()
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        room.Bot.IsTokenGood = false;
        room.Bot.Gateway.CutsSockets();

        Assert.Contains("developer portal", await fleet.EndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_of_a_minute_costs_nothing_but_the_minute()
    {
        await using var room = await ClientRoom.OpenAsync();
        await room.RegisterAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        room.Bot.Gateway.CutsSockets();
        room.Bot.Gateway.ClosesNext(4000, times: 4);
        await room.Bot.Gateway.WaitUntilLostAsync(Cancellation);
        var asked = room.Ann.UsesCommand(room.News, "quotes");
        var heard = Assert.Single(await fleet.HearAsync("INTERACTION_CREATE"));

        Assert.Equal($"{asked.Id}", JsonElement.Parse(heard.Body.Span).GetProperty("id").GetString());
        Assert.Empty(room.Emulator.Refusals);
    }

    /// <summary>The first again within a second, then after at least one, two, four …</summary>
    private static void AssertWaitsGrow(IReadOnlyList<DateTimeOffset> connects)
    {
        var waits = connects.Zip(connects.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();
        Assert.All(waits.Select((wait, i) => (wait, i)).Skip(1), w => Assert.True(w.wait >= Math.Pow(2, w.i - 1)));
    }

    private static string? NameOf(GatewayEvent created) =>
        JsonElement.Parse(created.Body.Span).GetProperty("name").GetString();
}
