using Quartz;

namespace Bot.Scheduling;

/// <summary>Rings for the digests of one moment. The tower knows which those are, the ledger whether they are due.</summary>
internal sealed class DigestBell(BellTower tower) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default) =>
        await tower.RingAsync(context.Scheduler, cancellationToken);
}
