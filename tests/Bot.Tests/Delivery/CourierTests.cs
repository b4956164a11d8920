using Bot.Core.Chat;
using Bot.Core.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

public sealed class CourierTests : IDisposable
{
    private const string Here = "discord:1";
    private const string There = "discord:2";

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_queued_is_posted_once_and_in_order()
    {
        var room = await OpenAsync();
        var first = await room.QueueAsync(Here, "one", "two", "three");
        await room.QueueAsync(Here, "four");

        await room.DeliverAsync();
        await room.DeliverAsync();

        Assert.Equal(["one", "two", "three", "four"], PostRoom.Words(_platform));
        var items = await room.Outbox.BatchAsync(first, Cancellation);
        Assert.All(items, i => Assert.Equal(OutboxState.Sent, i.State));
        Assert.Equal(["m1", "m2", "m3"], items.SelectMany(i => i.MessageIds));
    }

    [Fact]
    public async Task A_wait_that_the_platform_asks_for_is_kept_and_holds_back_what_comes_after()
    {
        var room = await OpenAsync();
        await room.QueueAsync(Here, "one", "two");
        await room.QueueAsync(There, "elsewhere");
        _platform.AnswerNext(
            (post, _) => Task.FromResult(post.Destination.Address == "1" ? Flood() : _platform.Show(post))
        );
        _platform.AnswerNext(
            (post, _) => Task.FromResult(post.Destination.Address == "1" ? Flood() : _platform.Show(post))
        );

        var next = await room.DeliverAsync();

        Assert.Equal(["elsewhere"], PostRoom.Words(_platform));
        Assert.True(next >= _time.GetUtcNow().AddSeconds(43_838));

        _time.Advance(TimeSpan.FromSeconds(43_837));
        await room.DeliverAsync();
        Assert.Single(_platform.Shown);

        _time.Advance(next!.Value - _time.GetUtcNow());
        await room.DeliverAsync();
        Assert.Equal(["elsewhere", "one", "two"], PostRoom.Words(_platform));

        static PostOutcome Flood() => new PostOutcome.Retry(TimeSpan.FromSeconds(43_838), "flood wait");
    }

    [Fact]
    public async Task The_same_key_goes_with_every_try()
    {
        var room = await OpenAsync();
        await room.QueueAsync(Here, "one");
        var keys = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            _platform.AnswerNext(
                (post, _) =>
                {
                    keys.Add(post.Key);
                    return Task.FromResult<PostOutcome>(new PostOutcome.Retry(TimeSpan.Zero, "refused"));
                }
            );
            _time.Advance((await room.DeliverAsync())!.Value - _time.GetUtcNow());
        }

        await room.DeliverAsync();

        Assert.Single(keys.Append(_platform.Shown[0].Key).Distinct());
        Assert.Equal(4, _platform.Tries);
    }

    [Fact]
    public async Task What_fails_for_most_of_a_day_fails_for_good_and_lets_the_next_pass()
    {
        var room = await OpenAsync();
        var batch = await room.QueueAsync(Here, "one");
        await room.QueueAsync(Here, "two");
        var start = _time.GetUtcNow();
        for (var i = 0; i < 24; i++)
        {
            _platform.AnswerNext(new PostOutcome.Retry(TimeSpan.Zero, "503"));
            if (await room.DeliverAsync() is { } next && next > _time.GetUtcNow())
                _time.Advance(next - _time.GetUtcNow());
        }

        await room.DeliverAsync();

        Assert.Equal(["two"], PostRoom.Words(_platform));
        var failed = Assert.Single(await room.Outbox.TroubledAsync(Destination.Terminal, 10, Cancellation));
        Assert.Equal((batch, OutboxState.Failed, "tried 24 times: 503"), (failed.Batch, failed.State, failed.Why));
        Assert.InRange(_time.GetUtcNow() - start, TimeSpan.FromHours(12), TimeSpan.FromHours(24));
    }

    [Fact]
    public async Task A_post_whose_fate_is_unknown_is_listed_and_never_sent_again()
    {
        var room = await OpenAsync();
        await room.QueueAsync(Here, "one", "two");
        _platform.AnswerNext(new PostOutcome.Unknown("no answer within 30 s"));

        await room.DeliverAsync();
        _time.Advance(TimeSpan.FromDays(2));
        await room.DeliverAsync();

        Assert.Equal(["two"], PostRoom.Words(_platform));
        var listed = Assert.Single(await room.Outbox.TroubledAsync(Destination.Terminal, 10, Cancellation));
        Assert.Equal((OutboxState.Unknown, "no answer within 30 s"), (listed.State, listed.Why));
    }

    [Fact]
    public async Task A_platform_that_never_answers_is_given_up_and_the_post_is_unknown()
    {
        var room = await OpenAsync();
        var batch = await room.QueueAsync(Here, "one");
        var asked = new TaskCompletionSource();
        _platform.AnswerNext(
            async (_, cancellation) =>
            {
                asked.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
                return new PostOutcome.Sent([]);
            }
        );

        var delivery = room.DeliverAsync();
        await asked.Task;
        _time.Advance(TimeSpan.FromMinutes(1));
        await delivery;

        Assert.Equal([OutboxState.Unknown], await room.StatesAsync(batch));
    }

    [Fact]
    public async Task An_adapter_that_throws_stops_neither_the_next_post_nor_another_place()
    {
        var room = await OpenAsync();
        var batch = await room.QueueAsync(Here, "one", "two");
        await room.QueueAsync(There, "elsewhere");
        _platform.AnswerNext((_, _) => throw new InvalidOperationException("a bug"));

        await room.DeliverAsync();

        Assert.Equal(2, _platform.Shown.Count);
        Assert.Single(await room.Outbox.TroubledAsync(Destination.Terminal, 10, Cancellation));
        Assert.DoesNotContain(OutboxState.Waiting, await room.StatesAsync(batch));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_closed_and_lets_the_next_pass()
    {
        var room = await OpenAsync();
        var batch = await room.QueueAsync(Here, "one", "two");
        await room.RunSqlAsync("UPDATE outbox SET reply = '{\"blocks\": [{' WHERE part = 1");

        await room.DeliverAsync();

        Assert.Equal(["two"], PostRoom.Words(_platform));
        Assert.Equal([OutboxState.Failed, OutboxState.Sent], await room.StatesAsync(batch));
    }

    [Fact]
    public async Task A_wait_beyond_all_sense_is_kept_to_a_week()
    {
        var room = await OpenAsync();
        await room.QueueAsync(Here, "one");
        _platform.AnswerNext(new PostOutcome.Retry(TimeSpan.MaxValue, "come back later"));

        Assert.InRange(
            (await room.DeliverAsync())!.Value - _time.GetUtcNow(),
            TimeSpan.FromDays(7),
            TimeSpan.FromDays(8)
        );
    }

    [Fact]
    public async Task What_is_too_long_is_cut_until_it_fits_and_keeps_its_place()
    {
        var room = await OpenAsync();
        await room.QueueAsync(Here, "before");
        await QueueLongAsync(room, "a", "b", "c", "d", "e");
        await room.QueueAsync(Here, "after");
        for (var i = 0; i < 40; i++)
            _platform.AnswerNext(
                (post, _) =>
                    Task.FromResult(
                        post.Reply.Blocks.Count > 2 ? new PostOutcome.TooLong("4096") : _platform.Show(post)
                    )
            );

        await room.DeliverAsync();

        Assert.Equal("before / a / b / c / d / e / after", string.Join(" / ", PostRoom.Words(_platform)));
        Assert.Equal(_platform.Shown.Count, _platform.Shown.Select(p => p.Key).Distinct().Count());
        Assert.Equal("before", PostRoom.Words(_platform).First());
    }

    [Fact]
    public async Task What_is_too_long_and_cannot_be_cut_fails_plainly()
    {
        var room = await OpenAsync();
        var batch = await room.QueueAsync(Here, "one", "two");
        _platform.AnswerNext(new PostOutcome.TooLong("4096 letters at most"));

        await room.DeliverAsync();

        Assert.Equal([OutboxState.Failed, OutboxState.Sent], await room.StatesAsync(batch));
        Assert.Equal(
            "too long, and it cannot be cut: 4096 letters at most",
            (await room.Outbox.TroubledAsync(Destination.Terminal, 1, Cancellation))[0].Why
        );
    }

    [Fact]
    public async Task Words_that_left_their_article_are_not_posted()
    {
        var room = await OpenAsync();
        var batch = await room.QueueAsync(Here, "one", "two");
        var invented = new Reply([new ParagraphBlock([new Verbatim("never said", new Passage(404, 0, 10))])]);
        await room.RunSqlAsync($"UPDATE outbox SET reply = '{invented.ToJson()}' WHERE part = 1");

        await room.DeliverAsync();

        Assert.Equal(["two"], PostRoom.Words(_platform));
        Assert.Equal([OutboxState.Untrue, OutboxState.Sent], await room.StatesAsync(batch));
    }

    private Task<PostRoom> OpenAsync() => PostRoom.OpenAsync(_folder, _time, _platform);

    private static async Task QueueLongAsync(PostRoom room, params string[] paragraphs)
    {
        var batch = await room.QueueAsync(Here, "long");
        var reply = new Reply([.. paragraphs.SelectMany(p => PostRoom.Saying(p).Blocks)]);
        await room.RunSqlAsync($"UPDATE outbox SET reply = '{reply.ToJson()}' WHERE batch = {batch}");
    }
}
