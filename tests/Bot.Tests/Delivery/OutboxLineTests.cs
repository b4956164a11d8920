using Bot.Core.Chat;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

/// <summary>Who is next, and when there is nobody to look for.</summary>
public sealed class OutboxLineTests : IDisposable
{
    private const string Here = "discord:1";

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_row_whose_time_cannot_be_read_keeps_no_other_place_waiting()
    {
        var room = await OpenAsync();
        await room.QueueAsync("discord:1", "one");
        await room.QueueAsync("discord:2", "two");
        await room.RunSqlAsync("UPDATE outbox SET not_before = 'soon' WHERE destination = 'discord:1'");

        await room.DeliverAsync();

        Assert.Equal(["two"], PostRoom.Words(_platform));
    }

    [Fact]
    public async Task What_no_platform_here_serves_waits_for_the_process_that_does()
    {
        var terminal = new RecordingPlatform("terminal");
        var asking = await PostRoom.OpenAsync(_folder, _time, terminal);
        await asking.QueueAsync(Here, "one");

        Assert.Null(await asking.DeliverAsync());
        Assert.Empty(_platform.Shown);

        await (await OpenAsync()).DeliverAsync();
        Assert.Equal(["one"], PostRoom.Words(_platform));
    }

    [Fact]
    public async Task What_was_in_flight_on_a_platform_that_is_served_no_more_wakes_nobody_again_and_again()
    {
        var room = await OpenAsync();
        await room.QueueAsync("telegram:9", "one");
        await room.RunSqlAsync(
            "UPDATE outbox SET state = 'sending', holder = 'gone', held_until = '2026-01-01T00:00:00.000Z'"
        );

        Assert.Null(await room.DeliverAsync());
    }

    [Fact]
    public async Task Who_waits_for_an_answer_is_served_before_what_comes_by_itself()
    {
        var slow = new RecordingPlatform("telegram") { Pace = new Pace(1, TimeSpan.FromSeconds(1), 1, null) };
        var room = await PostRoom.OpenAsync(_folder, _time, slow);
        for (var place = 1; place <= 4; place++)
            await room.QueueAsync($"telegram:{place}", $"digest {place}");
        await room.AnswerAsync("telegram:9", "the answer");

        for (var next = await room.DeliverAsync(); next is not null; next = await room.DeliverAsync())
            _time.SetUtcNow(next.Value);

        Assert.Equal(["the answer", "digest 1", "digest 2", "digest 3", "digest 4"], PostRoom.Words(slow));
    }

    private Task<PostRoom> OpenAsync() => PostRoom.OpenAsync(_folder, _time, _platform);
}
