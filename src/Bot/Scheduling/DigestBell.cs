using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
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
        var name = context.JobDetail.Key.Name;
        if (book.Find(name) is not { } schedule)
            return;
        var next = await RingAsync(schedule, cancellationToken);
        await context.Scheduler.RescheduleJob(
            context.Trigger.Key,
            BellTower.Trigger(context.JobDetail.Key, next, time),
            cancellationToken
        );
    }

    private async Task<DateTimeOffset> RingAsync(DigestSchedule schedule, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var slot = schedule.Next(now).Due;
        try
        {
            var outcome = await desk.RunDueAsync(schedule, cancellation);
            return outcome is DigestOutcome.Held ? Sooner(slot, time.GetUtcNow() + WhileHeld) : slot;
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            LogBroken(broken, schedule.Name);
            return Sooner(slot, now + AfterTrouble);
        }
    }

    private static DateTimeOffset Sooner(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    [LoggerMessage(520, LogLevel.Error, "Digest {Digest} could not be made; it is tried again in a minute")]
    private partial void LogBroken(Exception broken, string digest);
}
