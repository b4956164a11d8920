using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Quartz;

namespace Bot.Scheduling;

/// <summary>
/// Hangs a bell for each digest into Quartz, in memory: what must outlive a stop stands in the store and the ledger.
/// Follows the plan as it changes: at once where this process changed it, within a minute where another did. As long as
/// there is no digest, nothing is loaded; with some, the desk is up before the first bell rings.
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
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly Dictionary<JobKey, DigestSchedule> hung = [];
    private readonly HashSet<long> stranded = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        StandaloneSchedulerFactory? quartz = null;
        IScheduler? scheduler = null;
        try
        {
            await StartedAsync(stoppingToken);
            while (true)
            {
                var changed = book.Changed;
                var running = await RunningAsync(stoppingToken);
                if (scheduler is null && running is { Count: > 0 })
                {
                    quartz = Build();
                    scheduler = await quartz.GetScheduler(stoppingToken);
                    await scheduler.Start(stoppingToken);
                }

                if (scheduler is not null && running is not null)
                    await FollowAsync(scheduler, running, stoppingToken);
                await WaitAsync(changed, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The desk closes.
        }
        finally
        {
            if (quartz is not null)
                await quartz.DisposeAsync();
        }
    }

    /// <summary>The same digest has the same bell, whatever its time.</summary>
    internal static JobKey BellOf(DigestSchedule schedule) => new(schedule.Name, schedule.Destination.ToString());

    internal static ITrigger Trigger(JobKey bell, DateTimeOffset at, TimeProvider time) =>
        TriggerBuilder
            .Create(time)
            .WithIdentity(bell.Name, bell.Group)
            .ForJob(bell)
            .StartAt(at)
            .WithSchedule(
                SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)
            )
            .Build();

    /// <returns>Null where the plan cannot be read: what hangs goes on ringing.</returns>
    private async Task<Dictionary<JobKey, DigestSchedule>?> RunningAsync(CancellationToken cancellation)
    {
        try
        {
            var plan = await book.ReadAsync(cancellation);
            foreach (var digest in plan.Stranded.Where(d => stranded.Add(d.Id)))
                LogStranded(digest.Name, digest.Destination, digest.Zone);
            return plan
                .Digests.Where(d => !d.IsPaused)
                .DistinctBy(d => BellOf(d.Schedule))
                .ToDictionary(d => BellOf(d.Schedule), d => d.Schedule);
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            LogUnread(broken);
            return null;
        }
    }

    private async Task FollowAsync(
        IScheduler scheduler,
        Dictionary<JobKey, DigestSchedule> running,
        CancellationToken cancellation
    )
    {
        foreach (var gone in hung.Keys.Except(running.Keys).ToList())
        {
            await scheduler.DeleteJob(gone, cancellation);
            hung.Remove(gone);
            LogTakenDown(gone.Name, gone.Group);
        }

        var now = time.GetUtcNow();
        foreach (var (key, schedule) in running)
        {
            if (hung.TryGetValue(key, out var before) && before == schedule)
                continue;
            var bell = JobBuilder.Create<DigestBell>().WithIdentity(key).StoreDurably().Build();
            // At once: the ledger knows whether something was missed.
            await scheduler.DeleteJob(key, cancellation);
            await scheduler.ScheduleJob(bell, Trigger(key, now, time), cancellationToken: cancellation);
            hung[key] = schedule;
            LogHung(schedule.Name, schedule.Destination, schedule.Next(now).Due);
        }
    }

    private async Task WaitAsync(Task changed, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(changed, Task.Delay(LongestWait, time, over.Token));
        await over.CancelAsync();
        stopping.ThrowIfCancellationRequested();
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

    [LoggerMessage(522, LogLevel.Information, "Digest {Digest} for {Destination} does not come any more")]
    private partial void LogTakenDown(string digest, string destination);

    [LoggerMessage(
        523,
        LogLevel.Warning,
        "Digest {Digest} for {Destination} does not come: this machine knows no time zone {Zone}"
    )]
    private partial void LogStranded(string digest, Destination destination, string zone);

    [LoggerMessage(524, LogLevel.Error, "The planned digests could not be read; they are read again within a minute")]
    private partial void LogUnread(Exception broken);
}
