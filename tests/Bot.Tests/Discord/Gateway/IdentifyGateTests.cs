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
