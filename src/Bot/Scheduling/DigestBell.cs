using Bot.Core.Digests;
using Quartz;

namespace Bot.Scheduling;

/// <summary>
/// Rings for one digest. The desk decides whether it is due; the bell only says when it rings next, so that the days
/// and hours of a schedule are worked out in one place.
/// </summary>
[DisallowConcurrentExecution]
internal sealed partial class DigestBell(DigestBook book, DigestDesk desk, TimeProvider time, ILogger<DigestBell> log)
    : IJob
{
    /// <summary>What is held back may be free again soon.</summary>
    private static readonly TimeSpan WhileHeld = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var bell = context.JobDetail.Key;
        await context.Scheduler.RescheduleJob(
            context.Trigger.Key,
            BellTower.Trigger(bell, await RingAsync(bell, cancellationToken), time),
            cancellationToken
        );
    }

    /// <returns>When it is to ring again.</returns>
    private async Task<DateTimeOffset> RingAsync(JobKey bell, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var again = now + AfterTrouble;
        try
        {
            // Another process may have paused or removed it; until the tower takes the bell down, nothing is made.
            var plan = await book.ReadAsync(cancellation);
            if (
                plan.Digests.FirstOrDefault(d => BellTower.BellOf(d.Schedule).Equals(bell))
                is not { IsPaused: false } due
            )
                return again;
            var slot = due.Schedule.Next(now).Due;
            again = Sooner(slot, again);
            var outcome = await desk.RunDueAsync(due, cancellation);
            return outcome is DigestOutcome.Held ? Sooner(slot, time.GetUtcNow() + WhileHeld) : slot;
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            LogBroken(broken, bell.Name);
            return again;
        }
    }

    private static DateTimeOffset Sooner(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    [LoggerMessage(520, LogLevel.Error, "Digest {Digest} could not be made; it is tried again in a minute")]
    private partial void LogBroken(Exception broken, string digest);
}
