using Bot.Core.Chat;
using Bot.Core.Digests;
using Quartz;

namespace Bot.Scheduling;

/// <summary>
/// Hangs a bell for each digest into Quartz, in memory: what must outlive a stop stands in the ledger. With no digest
/// nothing is loaded; with some, the desk is up before the first bell rings.
/// </summary>
internal sealed partial class BellTower(
    DigestBook book,
    DigestDesk desk,
    TimeProvider time,
    ILoggerFactory logs,
    IHostApplicationLifetime lifetime,
    ILogger<BellTower> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (book.All.Count == 0)
            return;
        try
        {
            await StartedAsync(stoppingToken);
            await using var quartz = Build();
            var scheduler = await quartz.GetScheduler(stoppingToken);
            await HangAsync(scheduler, stoppingToken);
            await scheduler.Start(stoppingToken);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The desk closes.
        }
    }

    internal static ITrigger Trigger(JobKey bell, DateTimeOffset at, TimeProvider time) =>
        TriggerBuilder
            .Create(time)
            .WithIdentity(bell.Name)
            .ForJob(bell)
            .StartAt(at)
            .WithSchedule(
                SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)
            )
            .Build();

    private async Task HangAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var schedule in book.All)
        {
            var bell = JobBuilder.Create<DigestBell>().WithIdentity(schedule.Name).StoreDurably().Build();
            // At once: the ledger knows whether something was missed.
            await scheduler.ScheduleJob(bell, Trigger(bell.Key, now, time), cancellationToken: cancellation);
            LogHung(schedule.Name, schedule.Destination, schedule.Next(now).Due);
        }
    }

    /// <summary>Quartz gets a small container of its own; with the desk's own parts in it.</summary>
    private StandaloneSchedulerFactory Build() =>
        QuartzSchedulerBuilder
            .Create(quartz =>
            {
                quartz.UseInMemoryStore();
                quartz.UseTimeProvider(time);
                quartz.Services.AddSingleton(logs).AddSingleton(book).AddSingleton(desk).AddSingleton(time);
            })
            .Build();

    private async Task StartedAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var up = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }

    [LoggerMessage(521, LogLevel.Information, "Digest {Digest} for {Destination} comes next at {Next:u}")]
    private partial void LogHung(string digest, Destination destination, DateTimeOffset next);
}
