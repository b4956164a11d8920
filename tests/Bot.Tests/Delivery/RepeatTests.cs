using Bot.Core.Chat;
using Bot.Core.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

/// <summary>A platform that knows a post again for a while: within it a doubt is tried again, after it it is told.</summary>
public sealed class RepeatTests : IDisposable
{
    private const string Here = "discord:1/2";

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));
    private readonly RecordingPlatform _platform = new("discord") { KnowsAgain = TimeSpan.FromMinutes(2) };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_doubt_is_tried_again_under_the_same_key_while_the_platform_knows_it()
    {
        var room = await PostRoom.OpenAsync(_folder, _time, _platform);
        var batch = await room.QueueAsync(Here, "one");
        var keys = new List<(string Key, bool IsRepeat)>();
        _platform.AnswerNext((post, _) => Doubt(post, keys));
        _platform.AnswerNext((post, _) => Doubt(post, keys));

        await room.DeliverAsync();
        Assert.Equal([OutboxState.Waiting], await room.StatesAsync(batch));
        _time.Advance(TimeSpan.FromSeconds(20));
        await room.DeliverAsync();
        _time.Advance(TimeSpan.FromSeconds(40));
        await room.DeliverAsync();

        Assert.Equal([OutboxState.Sent], await room.StatesAsync(batch));
        keys.Add((_platform.Shown[0].Key, _platform.Shown[0].Tried is not null));
        Assert.Single(keys.Select(k => k.Key).Distinct());
        Assert.Equal([false, true, true], keys.Select(k => k.IsRepeat));
    }

    [Fact]
    public async Task A_doubt_that_is_older_than_the_platforms_memory_is_not_sent_again()
    {
        var room = await PostRoom.OpenAsync(_folder, _time, _platform);
        var batch = await room.QueueAsync(Here, "one", "two");
        _platform.AnswerNext((_, _) => Task.FromResult<PostOutcome>(new PostOutcome.Unknown("why.no-answer")));

        await room.DeliverAsync();
        _time.Advance(TimeSpan.FromMinutes(2));
        await room.DeliverAsync();

        Assert.Equal(["two"], PostRoom.Words(_platform));
        Assert.Equal([OutboxState.Unknown, OutboxState.Sent], await room.StatesAsync(batch));
    }

    [Fact]
    public async Task What_certainly_was_not_posted_is_no_doubt_however_long_it_waits()
    {
        var room = await PostRoom.OpenAsync(_folder, _time, _platform);
        var batch = await room.QueueAsync(Here, "one");
        _platform.AnswerNext(
            (_, _) => Task.FromResult<PostOutcome>(new PostOutcome.Retry(TimeSpan.FromHours(1), "why.unreachable"))
        );

        await room.DeliverAsync();
        _time.Advance(TimeSpan.FromHours(2));
        await room.DeliverAsync();

        Assert.Equal([OutboxState.Sent], await room.StatesAsync(batch));
        Assert.Null(_platform.Shown[0].Tried);
    }

    [Fact]
    public async Task A_later_part_is_told_which_message_it_follows()
    {
        var room = await PostRoom.OpenAsync(_folder, _time, _platform);
        await room.QueueAsync(Here, "one", "two", "three");

        await room.DeliverAsync();

        Assert.Equal([null, "m1", "m1"], _platform.Shown.Select(p => p.Follows));
    }

    private static Task<PostOutcome> Doubt(Post post, List<(string, bool)> keys)
    {
        keys.Add((post.Key, post.Tried is not null));
        return Task.FromResult<PostOutcome>(new PostOutcome.Unknown("why.no-answer"));
    }
}
