using System.Globalization;
using Bot.Emulators.Programs;

namespace Bot.Tests.Digests.Kills;

/// <summary>
/// Kills the bot's process at a moment on a digest's way that a seed chooses, and starts it again on the store that it
/// left, until every place has its digest; then the next one is planned.
/// </summary>
internal sealed class PowerCuts(DirectoryInfo home, IKillStage stage, Circulation circulation, Random random)
{
    /// <summary>Of one run of the program, on a machine that has other things to do.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly int[] fell = new int[Enum.GetValues<KillStep>().Length];

    /// <summary>How long a run takes that nothing befalls, until it finds digests due, and to compose and write them.</summary>
    private (TimeSpan Whole, TimeSpan Waking, TimeSpan Composing) usual;

    /// <summary>How many fell while a digest was on its way, and not before or behind it.</summary>
    public int OnTheWay =>
        Enum.GetValues<KillStep>().Where(s => s is not (KillStep.Waking or KillStep.Over)).Sum(s => fell[(int)s]);

    public async Task RunAsync(int kills, CancellationToken cancellation)
    {
        await circulation.PlanAsync(cancellation);
        await MeasureAsync(cancellation);
        for (var kill = 0; kill < kills; kill++)
        {
            if ((await circulation.EditionAsync(cancellation)).IsOver)
                await circulation.PlanAsync(cancellation);
            await CutAsync(cancellation);
        }

        await UnharmedAsync(_ => false, cancellation);
    }

    /// <summary>How many fell into which step.</summary>
    public override string ToString() =>
        string.Join(
            ", ",
            Enum.GetValues<KillStep>()
                .Select(s =>
                    string.Create(CultureInfo.InvariantCulture, $"{fell[(int)s]} {s.ToString().ToLowerInvariant()}")
                )
        );

    private async Task MeasureAsync(CancellationToken cancellation)
    {
        var (waking, written) = (TimeSpan.Zero, (TimeSpan?)null);
        var last = await UnharmedAsync(
            sight =>
            {
                if (sight.Bells == 0)
                    waking = sight.Elapsed;
                if (sight.Edition.IsWritten)
                    written ??= sight.SinceBells;
                return false;
            },
            cancellation
        );
        usual = (last.Elapsed, waking, written ?? TimeSpan.Zero);
    }

    /// <summary>Until nothing waits to be posted.</summary>
    private async Task<Sight> UnharmedAsync(Func<Sight, bool> look, CancellationToken cancellation)
    {
        using var limit = Limit(cancellation);
        using var bot = stage.Start(home);
        var last = await new RunWatch(bot, circulation).UntilAsync(look, limit.Token);
        Assert.False(bot.IsOver, string.Join('\n', bot.Log));
        await bot.StopAsync(limit.Token);
        return last;
    }

    private async Task CutAsync(CancellationToken cancellation)
    {
        using var limit = Limit(cancellation);
        var before = await circulation.EditionAsync(cancellation);
        BotProgram? bot = null;
        var isStruck = false;
        var isTime = Aim(
            before,
            () =>
            {
                isStruck = true;
                bot!.Kill(); // It calls, so it has been started.
            }
        );
        using (bot = stage.Start(home))
        {
            var watch = new RunWatch(bot, circulation);
            await watch.UntilAsync(isTime, limit.Token);
            Assert.True(isStruck || !bot.IsOver, $"It died by itself:\n{string.Join('\n', bot.Log)}");
            bot.Kill();
            stage.Spare();
            fell[(int)(await watch.LookAsync(limit.Token)).Step(before)]++;
        }
    }

    /// <summary>
    /// At any moment, at a call, at a step as it is seen, or when all is over; of a digest that is written, only waking,
    /// sending and recording are left to see.
    /// </summary>
    private Func<Sight, bool> Aim(EditionState before, Action fall)
    {
        var left = (int)Math.Max(1, circulation.Doorsteps.Count - before.Settled - before.Sending);
        var (part, nth) = (random.NextDouble(), random.Next(left));
        switch (random.Next(before.IsWritten ? 6 : 10))
        {
            case 0:
                return sight => sight.Elapsed > part * usual.Whole;
            case 1:
                stage.Strike(random, left, fall);
                return _ => false;
            case 2:
                return sight =>
                    sight.Edition is { Sending: > 0 }
                    && sight.Edition != before
                    && sight.Edition.Settled >= before.Settled + nth;
            case 3:
                return sight => sight.Edition.Settled > before.Settled + nth;
            case 4:
                return sight => sight.Elapsed > part * usual.Waking;
            case 5:
                return _ => false;
            case 6:
                return sight => sight.Bells > part * circulation.Doorsteps.Count;
            case 7:
                return sight => sight.SinceBells > part * usual.Composing;
            case 8:
                return sight => sight.HasGrown;
            default:
                return sight => sight.Edition.IsWritten;
        }
    }

    private static CancellationTokenSource Limit(CancellationToken cancellation)
    {
        var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        return limit;
    }
}
