using Bot.Core.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Delivery;

public sealed class InboxTests : IDisposable
{
    private const string Account = "telegram:1";

    private readonly StoreFolder _folder = new();
    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 7, 30, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    /// <summary>Whoever asked while the program ended again and again over something else is answered in the end.</summary>
    [Fact]
    public async Task What_only_waited_while_the_program_ended_is_never_given_up()
    {
        var inbox = new Inbox(await _folder.MigrateAsync(), _time);
        await inbox.TakeAsync(Account, [(7, "{}")], 8, Cancellation);

        for (var start = 0; start < 2 * Inbox.MostAttempts; start++)
        {
            var (again, givenUp) = await inbox.LeftOverAsync(Account, Cancellation);

            Assert.Equal(7, Assert.Single(again).Event);
            Assert.Empty(givenUp);
        }
    }

    [Fact]
    public async Task What_was_begun_again_and_again_and_never_seen_to_is_given_up()
    {
        var inbox = new Inbox(await _folder.MigrateAsync(), _time);
        var item = (await inbox.TakeAsync(Account, [(7, "{}")], 8, Cancellation))[0];
        for (var start = 0; start < Inbox.MostAttempts; start++)
        {
            Assert.Single((await inbox.LeftOverAsync(Account, Cancellation)).Again);
            await inbox.BeginAsync(item, Cancellation);
        }

        var (again, givenUp) = await inbox.LeftOverAsync(Account, Cancellation);

        Assert.Empty(again);
        Assert.Equal(7, Assert.Single(givenUp).Event);
        Assert.Empty((await inbox.LeftOverAsync(Account, Cancellation)).GivenUp);
    }
}
