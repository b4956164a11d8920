using System.Globalization;
using System.Text.Json;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;

namespace Bot.Tests.Discord.Emulated;

/// <summary>Trouble that comes again and again, and days that are full.</summary>
public sealed class LongTroubleTests
{
    private const string Plan = "GET /gateway/bot";

    private static readonly int[] ResumableCodes = [1001, 4000, 4001, 4002, 4009];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_befalls_its_lines_a_session_loses_nothing_and_changes_no_order(int seed)
    {
        var chance = new Random(seed);
        await using var room = await ClientRoom.OpenAsync(
            new DiscordEmulatorOptions { HeartbeatInterval = TimeSpan.FromSeconds(6) }
        );
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        var told = 0;
        for (var blow = 1; blow <= 15; blow++)
        {
            Strike(room.Bot, chance.Next(6), chance);
            for (var i = chance.Next(3); i >= 0; i--)
                room.Guild.AddTextChannel($"{told++}");
            await room.PassAsync(TimeSpan.FromSeconds(7 * chance.NextDouble()));
        }

        await fleet.HearAsync("CHANNEL_CREATE", told);

        var heard = fleet.Heard.Where(e => e.Name == "CHANNEL_CREATE").Select(e => NameOf(e.Body)).ToList();
        Assert.Equal(Enumerable.Range(0, told).Select(i => i.ToString(CultureInfo.InvariantCulture)), heard.Distinct());
        Assert.Single(room.Bot.Gateway.Identifies);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_day_whose_sessions_are_used_up_is_waited_out()
    {
        await using var room = await ClientRoom.OpenAsync(new DiscordEmulatorOptions { MostSessionStarts = 2 });
        await using var fleet = room.Connect();
        await fleet.HearAsync("READY");
        room.Bot.Gateway.Closes(4007);
        await fleet.HearAsync("READY", 2);

        room.Bot.Gateway.Closes(4007);
        await room.PassUntilAsync(() => fleet.Connects.Count == 3);
        await room.PassAsync(TimeSpan.FromSeconds(30));
        var today = room.Bot.Gateway.Identifies.Count;
        room.Time.Advance(TimeSpan.FromHours(24));
        await fleet.HearAsync("READY", 3);

        Assert.Equal(2, today);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_Discord_that_names_no_gateway_is_asked_until_it_does()
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Emulator.Faults.Add(Plan, new Fault.ServerError(502, IsPage: true), times: 5);
        room.Emulator.Faults.Add(Plan, new Fault.LostRequest(), times: 4);
        room.Emulator.Faults.Add(Plan, new Fault.Limited(TimeSpan.FromSeconds(90)));
        room.Emulator.Faults.Add(Plan, new Fault.BrokenJson());
        await using var fleet = room.Connect();

        await fleet.HearAsync("READY");

        Assert.Equal(12, room.Emulator.Requests.Of(Plan).Count);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_token_that_is_nobodys_ends_it_before_any_line()
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Bot.IsTokenGood = false;
        await using var fleet = room.Connect();

        Assert.Contains("developer portal", await fleet.EndAsync(), StringComparison.Ordinal);
        Assert.Empty(fleet.Connects);
        Assert.Single(room.Emulator.Requests.All);
    }

    [Fact]
    public async Task Servers_that_come_go_and_fall_ill_are_told_of()
    {
        await using var room = await ClientRoom.OpenAsync();
        await using var fleet = room.Connect();
        await fleet.HearAsync("GUILD_CREATE");

        var other = room.Emulator.AddGuild("Other", room.Ann);
        other.FallsIll();
        other.Removes(room.Bot);
        var gone = await fleet.HearAsync("GUILD_DELETE", 2);

        Assert.Equal(2, (await fleet.HearAsync("GUILD_CREATE", 2)).Count);
        Assert.True(JsonElement.Parse(gone[0].Body.Span).GetProperty("unavailable").GetBoolean());
        Assert.False(JsonElement.Parse(gone[1].Body.Span).TryGetProperty("unavailable", out _));
    }

    private static void Strike(BotAccount bot, int kind, Random chance)
    {
        switch (kind)
        {
            case 0 or 1:
                bot.Gateway.CutsSockets(isMidFrame: kind == 1);
                break;
            case 2:
                bot.Gateway.AsksToReconnect();
                break;
            case 3:
                bot.Gateway.Invalidates(isResumable: true);
                break;
            case 4:
                bot.Gateway.Closes(ResumableCodes[chance.Next(ResumableCodes.Length)]);
                break;
            default:
                bot.Gateway.FallsSilent();
                break;
        }
    }

    private static string? NameOf(ReadOnlyMemory<byte> created) =>
        JsonElement.Parse(created.Span).GetProperty("name").GetString();
}
