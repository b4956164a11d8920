using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Feeds.Following;
using Bot.Core.Storage;
using Dapper;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

public sealed class DestinationBookTests : IDisposable
{
    private static readonly Destination Server = new("discord", "1");

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>Whoever tells of pauses has read them a moment before.</summary>
    [Fact]
    public async Task Of_a_place_that_is_forgotten_while_its_pause_is_told_nothing_is_kept_and_nobody_hears()
    {
        var database = await _folder.MigrateAsync();
        var book = new DestinationBook(database, new Outbox(database, _time), _time);
        await book.PauseAsync(Server, "why.removed", Cancellation);
        var untold = Assert.Single(await book.UntoldAsync(Cancellation));

        await book.ForgetAsync(Server, Cancellation);
        var isTold = await book.ToldAsync(
            untold,
            [new Post(new("discord", "@2"), PostRoom.Saying("It is closed."), Key: "")],
            Cancellation
        );

        Assert.False(isTold);
        Assert.Equal(0, await CountAsync(database, "told_pauses"));
        Assert.Equal(0, await CountAsync(database, "outbox"));
    }

    [Fact]
    public async Task A_feed_that_both_addresses_of_a_chat_follow_is_followed_once_and_forgotten_with_the_last()
    {
        var database = await _folder.MigrateAsync();
        var book = new DestinationBook(database, new Outbox(database, _time), _time);
        var feeds = new FeedBook(database, _time);
        var (old, now) = (new Destination("telegram", "-1"), new Destination("telegram", "-100"));
        var url = new Uri("https://news.example/feed");
        await feeds.FollowAsync(
            [new FollowOrder(old, url, "telegram:7"), new FollowOrder(now, url, "telegram:7")],
            Cancellation
        );

        await book.MoveAsync(old, now, Cancellation);

        Assert.Empty(await feeds.OfAsync(old, Cancellation));
        Assert.Single(await feeds.OfAsync(now, Cancellation));
        Assert.Equal(1, await CountAsync(database, "follows"));

        await book.ForgetAsync(now, Cancellation);

        Assert.Equal((0, 0), (await CountAsync(database, "follows"), await CountAsync(database, "feeds")));
    }

    private static async Task<int> CountAsync(Database database, string table)
    {
        await using var connection = await database.OpenAsync(Cancellation);
        return await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {table}");
    }
}
