using Bot.Core.Chat;
using Bot.Core.Delivery;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

public sealed class CourierRoundsTests : IDisposable
{
    private const string Here = "discord:1";

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_queued_while_they_run_goes_out_at_the_ring()
    {
        var room = await PostRoom.OpenAsync(_folder, _time, _platform);
        var posted = NextPost();
        using var rounds = Rounds(room);
        await rounds.StartAsync(Cancellation);

        await room.QueueAsync(Here, "one");

        Assert.Equal("1", (await posted).Destination.Address);
        await rounds.StopAsync(Cancellation);
    }

    [Fact]
    public async Task What_waits_goes_out_when_its_time_has_come()
    {
        var room = await PostRoom.OpenAsync(_folder, _time, _platform);
        await room.QueueAsync(Here, "one");
        var refused = new TaskCompletionSource();
        _platform.AnswerNext(
            (_, _) =>
            {
                refused.SetResult();
                return Task.FromResult<PostOutcome>(new PostOutcome.Retry(TimeSpan.FromSeconds(30), "503"));
            }
        );
        var posted = NextPost();
        using var rounds = Rounds(room);
        await rounds.StartAsync(Cancellation);
        await refused.Task;

        // The clock goes on until the round has set its alarm and heard it.
        while (!posted.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        await rounds.StopAsync(Cancellation);
        Assert.Equal(2, _platform.Tries);
    }

    [Fact]
    public async Task A_stop_lets_a_post_in_flight_end_and_notes_what_came_of_it()
    {
        var room = await PostRoom.OpenAsync(_folder, _time, _platform);
        var batch = await room.QueueAsync(Here, "one", "two");
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        _platform.AnswerNext(
            async (post, _) =>
            {
                asked.SetResult();
                await answer.Task;
                return _platform.Show(post);
            }
        );
        using var rounds = Rounds(room);
        await rounds.StartAsync(Cancellation);
        await asked.Task;

        var stop = rounds.StopAsync(Cancellation);
        answer.SetResult();
        await stop;

        Assert.Equal([OutboxState.Sent, OutboxState.Waiting], await room.StatesAsync(batch));
    }

    [Fact]
    public async Task A_place_that_opened_while_the_desk_was_down_is_found_open_at_the_start()
    {
        var room = await PostRoom.OpenAsync(_folder, _time, _platform);
        await room.Destinations.PauseAsync(new("discord", "1"), "Missing Access", Cancellation);
        await room.QueueAsync(Here, "one");
        var posted = NextPost();
        using var rounds = Rounds(room);

        await rounds.StartAsync(Cancellation);

        await posted;
        await rounds.StopAsync(Cancellation);
        Assert.Empty(await room.Destinations.PausedAsync(Cancellation));
    }

    private Task<Post> NextPost()
    {
        var posted = new TaskCompletionSource<Post>(TaskCreationOptions.RunContinuationsAsynchronously);
        _platform.WhenShown = post => posted.TrySetResult(post);
        return posted.Task;
    }

    private CourierRounds Rounds(PostRoom room) =>
        new(room.Courier, room.Destinations, room.Bell, _time, NullLogger<CourierRounds>.Instance);
}
