using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Digests;
using Bot.Core.Digests.Schedules;
using Quartz;

namespace Bot.Scheduling;

/// <summary>
/// Hangs bells into Quartz, in memory: one for each moment at which digests are due, however many those are. What must
/// outlive a stop stands in the store and the ledger. Follows the plan as it changes: at once where this process changed
/// it, within a minute where another did. As long as there is no digest, nothing is loaded; with some, the desk is up
/// before the first bell rings.
/// </summary>
internal sealed partial class BellTower(
    DigestBook book,
    DigestRound round,
    TimeProvider time,
    ILoggerFactory logs,
    IHostApplicationLifetime lifetime,
    ILogger<BellTower> log
) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>What is held back may be free again soon.</summary>
    private static readonly TimeSpan WhileHeld = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan AfterTrouble = TimeSpan.FromMinutes(1);

    private readonly Dictionary<(Destination Place, string Name), Hung> hung = [];
    private readonly HashSet<long> stranded = [];

    /// <summary>Whoever reads or changes what hangs.</summary>
    private readonly SemaphoreSlim turn = new(1);

    public override void Dispose()
    {
        turn.Dispose();
        base.Dispose();
    }

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

    /// <summary>Makes what is due, and hangs the bells for what comes next.</summary>
    internal async Task RingAsync(IScheduler scheduler, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            var due = hung.Where(h => h.Value.Rings <= now).Select(h => h.Key).ToList();
            var (digests, outcomes) = await RunAsync(due, cancellation);
            foreach (var key in due)
                hung[key] = hung[key] with { Rings = now + AfterTrouble };
            foreach (var (digest, outcome) in digests.Zip(outcomes))
                hung[Key(digest)] = new Hung(digest.Schedule, Again(digest.Schedule, outcome, now));
            await HangAsync(scheduler, due, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <returns>Those that were still planned, and what came of them; none where the store cannot be read.</returns>
    private async Task<(IReadOnlyList<PlannedDigest>, IReadOnlyList<DigestOutcome>)> RunAsync(
        List<(Destination, string)> due,
        CancellationToken cancellation
    )
    {
        if (due.Count == 0)
            return ([], []);
        try
        {
            // Another process may have paused or removed some; until they are taken down, nothing is made of them.
            var running = Running(await book.ReadAsync(cancellation));
            List<PlannedDigest> digests = [.. due.Where(running.ContainsKey).Select(d => running[d])];
            return (digests, await round.RunAsync(digests, cancellation));
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            LogBroken(broken);
            return ([], []);
        }
    }

    private DateTimeOffset Again(DigestSchedule schedule, DigestOutcome outcome, DateTimeOffset rang)
    {
        var slot = schedule.Next(rang).Due;
        return outcome switch
        {
            DigestOutcome.Held => Sooner(slot, time.GetUtcNow() + WhileHeld),
            DigestOutcome.Broken => Sooner(slot, rang + AfterTrouble),
            _ => slot,
        };
    }

    /// <returns>Null where the plan cannot be read: what hangs goes on ringing.</returns>
    private async Task<Dictionary<(Destination, string), PlannedDigest>?> RunningAsync(CancellationToken cancellation)
    {
        try
        {
            var plan = await book.ReadAsync(cancellation);
            foreach (var digest in plan.Stranded.Where(d => stranded.Add(d.Id)))
                LogStranded(digest.Name, digest.Destination, digest.Zone);
            return Running(plan);
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            LogUnread(broken);
            return null;
        }
    }

    private async Task FollowAsync(
        IScheduler scheduler,
        Dictionary<(Destination Place, string Name), PlannedDigest> running,
        CancellationToken cancellation
    )
    {
        await turn.WaitAsync(cancellation);
        try
        {
            foreach (var gone in hung.Keys.Except(running.Keys).ToList())
            {
                hung.Remove(gone);
                LogTakenDown(gone.Name, gone.Place);
            }

            var now = time.GetUtcNow();
            foreach (var (key, digest) in running)
            {
                if (hung.TryGetValue(key, out var before) && before.Schedule == digest.Schedule)
                    continue;
                // At once: the ledger knows whether something was missed.
                hung[key] = new Hung(digest.Schedule, now);
                LogHung(key.Name, key.Place, digest.Schedule.Next(now).Due);
            }

            // A bell that rang for nobody, as one does whose clock has been set back since, hangs again.
            await HangAsync(scheduler, hung.Keys, cancellation);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>A moment has one bell. One that rings for nobody any more does no harm.</summary>
    private async Task HangAsync(
        IScheduler scheduler,
        IEnumerable<(Destination, string)> digests,
        CancellationToken cancellation
    )
    {
        foreach (var moment in digests.Select(d => hung[d].Rings).Distinct())
        {
            var name = moment.UtcTicks.ToString(CultureInfo.InvariantCulture);
            if (await scheduler.GetTrigger(new TriggerKey(name), cancellation) is not null)
                continue;
            await scheduler.ScheduleJob(
                JobBuilder.Create<DigestBell>().WithIdentity($"{name} {Guid.NewGuid()}").Build(),
                TriggerBuilder
                    .Create(time)
                    .WithIdentity(name)
                    .StartAt(moment)
                    .WithSchedule(
                        SimpleScheduleBuilder.Create().WithMisfireInstruction(SimpleTriggerMisfireInstruction.FireNow)
                    )
                    .Build(),
                cancellationToken: cancellation
            );
        }
    }

    private static Dictionary<(Destination, string), PlannedDigest> Running(DigestPlan plan) =>
        plan.Digests.Where(d => !d.IsPaused).DistinctBy(Key).ToDictionary(Key);

    /// <summary>The same digest, whatever its time.</summary>
    private static (Destination, string) Key(PlannedDigest digest) => (digest.Destination, digest.Name);

    private static DateTimeOffset Sooner(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private async Task WaitAsync(Task changed, CancellationToken stopping)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(changed, Task.Delay(LongestWait, time, over.Token));
        await over.CancelAsync();
        stopping.ThrowIfCancellationRequested();
    }

    /// <summary>Quartz gets a small container of its own; with the tower in it.</summary>
    private StandaloneSchedulerFactory Build() =>
        QuartzSchedulerBuilder
            .Create(quartz =>
            {
                quartz.UseInMemoryStore();
                quartz.UseTimeProvider(time);
                quartz.Services.AddSingleton(logs).AddSingleton(this);
            })
            .Build();

    private async Task StartedAsync(CancellationToken cancellation)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var up = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(cancellation);
    }

    /// <param name="Rings">When it is looked at next.</param>
    private sealed record Hung(DigestSchedule Schedule, DateTimeOffset Rings);

    [LoggerMessage(519, LogLevel.Error, "Digests that are due could not be made; they are tried again in a minute")]
    private partial void LogBroken(Exception broken);

    [LoggerMessage(521, LogLevel.Information, "Digest {Digest} for {Destination} comes next at {Next:u}")]
    private partial void LogHung(string digest, Destination destination, DateTimeOffset next);

    [LoggerMessage(522, LogLevel.Information, "Digest {Digest} for {Destination} does not come any more")]
    private partial void LogTakenDown(string digest, Destination destination);

    [LoggerMessage(
        523,
        LogLevel.Warning,
        "Digest {Digest} for {Destination} does not come: this program cannot read when, or this machine knows no time zone {Zone}"
    )]
    private partial void LogStranded(string digest, Destination destination, string zone);

    [LoggerMessage(524, LogLevel.Error, "The planned digests could not be read; they are read again within a minute")]
    private partial void LogUnread(Exception broken);
}
