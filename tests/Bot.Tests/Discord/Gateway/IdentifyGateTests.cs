using Bot.Discord.Api.Wire;
using Bot.Discord.Gateway;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord.Gateway;

public sealed class IdentifyGateTests
{
    private readonly FakeTimeProvider time = new(MachineDesk.Morning);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Shards_of_one_bucket_identify_five_seconds_apart_and_others_at_once()
    {
        var gate = new IdentifyGate(new SessionStartLimit(1000, 1000, 0, 2), time);

        var turns = new[] { 0, 1, 2, 3 }.Select(shard => gate.WaitAsync(shard, Cancellation)).ToList();
        var atOnce = turns.Select(t => t.IsCompleted).ToList();
        time.Advance(TimeSpan.FromSeconds(5));
        var soon = turns.Select(t => t.IsCompleted).ToList();
        time.Advance(TimeSpan.FromSeconds(0.5));

        Assert.Equal([true, true, false, false], atOnce);
        Assert.Equal([true, true, false, false], soon);
        Assert.All(turns, t => Assert.True(t.IsCompleted));
    }

    [Fact]
    public async Task Lines_that_go_down_while_they_wait_take_no_turn_and_no_session()
    {
        var gate = new IdentifyGate(new SessionStartLimit(1000, 2, 3_600_000, 1), time);
        await gate.WaitAsync(0, Cancellation);
        using var down = new CancellationTokenSource();

        var gone = Enumerable.Range(1, 20).Select(shard => gate.WaitAsync(shard, down.Token)).ToList();
        await down.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(gone));
        var next = gate.WaitAsync(1, Cancellation);
        var isEarly = next.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(5.5));

        Assert.False(isEarly);
        Assert.True(next.IsCompleted);
    }

    [Fact]
    public async Task What_was_long_on_its_way_keeps_the_next_back()
    {
        var gate = new IdentifyGate(new SessionStartLimit(1000, 1000, 0, 1), time);
        await gate.WaitAsync(0, Cancellation);
        time.Advance(TimeSpan.FromSeconds(2));
        await gate.ArrivedAsync(0);

        var next = gate.WaitAsync(0, Cancellation);
        time.Advance(TimeSpan.FromSeconds(5));
        var early = next.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(0.5));

        Assert.False(early);
        Assert.True(next.IsCompleted);
    }

    [Fact]
    public void A_day_without_sessions_left_is_waited_out()
    {
        var gate = new IdentifyGate(new SessionStartLimit(1000, 1, 3_600_000, 1), time);

        var first = gate.WaitAsync(0, Cancellation);
        var second = gate.WaitAsync(0, Cancellation);
        time.Advance(TimeSpan.FromMinutes(59));
        var early = second.IsCompleted;
        time.Advance(TimeSpan.FromMinutes(1));

        Assert.True(first.IsCompleted);
        Assert.False(early);
        Assert.True(second.IsCompleted);
    }
}
