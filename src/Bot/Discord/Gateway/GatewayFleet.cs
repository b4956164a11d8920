using System.Threading.Channels;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Gateway;

/// <summary>As many connections as Discord recommends, started in their order; what they hear comes as one stream.</summary>
internal sealed class GatewayFleet(
    DiscordClient client,
    string token,
    Func<IGatewaySocket> sockets,
    TimeProvider time,
    Random random,
    ILoggerFactory logs
)
{
    private readonly Channel<GatewayEvent> events = Channel.CreateUnbounded<GatewayEvent>();

    public IdentifyMemory Memory { get; init; } = IdentifyMemory.None;

    public IAsyncEnumerable<GatewayEvent> ReadAsync(CancellationToken cancellation) =>
        events.Reader.ReadAllAsync(cancellation);

    /// <returns>Why it ended for good, with the mend; null where it was cancelled.</returns>
    public async Task<string?> RunAsync(CancellationToken cancellation)
    {
        try
        {
            return await AskAsync(cancellation) switch
            {
                (null, var why) => why,
                ({ } plan, _) => await RunAsync(plan, cancellation),
            };
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            events.Writer.TryComplete();
        }
    }

    /// <summary>Asks until Discord answers, or says that it never will.</summary>
    private async Task<(GatewayPlan? Plan, string? Why)> AskAsync(CancellationToken cancellation)
    {
        for (var failures = 0; ; failures++)
        {
            switch (await client.GetGatewayAsync(cancellation))
            {
                case ApiAnswer<GatewayPlan>.Ok ok:
                    return (ok.Value, null);
                case ApiAnswer<GatewayPlan>.Stopped stopped:
                    return (null, stopped.Why);
                case ApiAnswer<GatewayPlan>.RateLimited limited:
                    await Task.Delay(limited.After, time, cancellation);
                    break;
                default:
                    await Task.Delay(ReconnectDelay.After(failures, random.NextDouble()), time, cancellation);
                    break;
            }
        }
    }

    private async Task<string?> RunAsync(GatewayPlan plan, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (
            await Memory.LastAsync(cancellation) + IdentifyGate.Interval - time.GetUtcNow() is { } wait
            && wait > TimeSpan.Zero
        )
            await Task.Delay(wait < IdentifyGate.Interval ? wait : IdentifyGate.Interval, time, cancellation);
        var gate = new IdentifyGate(plan.SessionStartLimit, time) { Memory = Memory };
        var log = logs.CreateLogger<GatewayConnection>();
        var running = new List<Task<string?>>();
        for (var shard = 0; shard < plan.Shards; shard++)
        {
            // A socket that is opened before its turn would only wait.
            if (shard > 0 && shard % Math.Max(1, plan.SessionStartLimit.MaxConcurrency) == 0)
                await Task.WhenAny([Task.Delay(IdentifyGate.Interval, time, over.Token), .. running]);
            if (running.Exists(r => r.IsCompleted))
                break;
            var identity = new GatewayIdentity(token, plan.Url) { Shard = shard, Shards = plan.Shards };
            running.Add(RunAsync(identity, gate, log, over.Token));
        }

        var first = await await Task.WhenAny(running);
        await over.CancelAsync();
        await Task.WhenAll(running);
        return first;
    }

    private async Task<string?> RunAsync(
        GatewayIdentity identity,
        IdentifyGate gate,
        ILogger<GatewayConnection> log,
        CancellationToken cancellation
    )
    {
        // Chance is not to be shared between threads.
        var own = new Random(random.Next());
        using var connection = new GatewayConnection(identity, sockets, gate, time, own, log);
        return await connection.RunAsync(events.Writer, cancellation);
    }
}
