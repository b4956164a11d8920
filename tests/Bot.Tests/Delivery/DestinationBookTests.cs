using Bot.Core.Chat;
using Bot.Core.Delivery;
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

    private static async Task<int> CountAsync(Database database, string table)
    {
        await using var connection = await database.OpenAsync(Cancellation);
        return await connection.ExecuteScalarAsync<int>($"SELECT COUNT(*) FROM {table}");
    }
}
