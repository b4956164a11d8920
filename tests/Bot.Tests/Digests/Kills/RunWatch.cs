using System.Diagnostics;
using Bot.Emulators.Programs;

namespace Bot.Tests.Digests.Kills;

/// <summary>Looks at a run of the bot's program from outside: at what it logs, and into its store.</summary>
internal sealed class RunWatch(BotProgram bot, Circulation circulation)
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(4);

    private readonly Stopwatch run = Stopwatch.StartNew();
    private TimeSpan? bellsSeen;
    private long lengthThen;

    /// <summary>Looks until it is time, the run is over or there is nothing more to post.</summary>
    /// <returns>What was seen last.</returns>
    public async Task<Sight> UntilAsync(Func<Sight, bool> isTime, CancellationToken cancellation)
    {
        while (true)
        {
            // First: what is seen of a run that is over stays so.
            var isOver = bot.IsOver;
            var sight = await LookAsync(cancellation);
            if (isOver || sight.Edition.IsOver || isTime(sight))
                return sight;
            try
            {
                await Task.Delay(BetweenLooks, cancellation);
            }
            catch (OperationCanceledException late)
            {
                throw new TimeoutException($"Nothing more came of {sight}:\n{string.Join('\n', bot.Log)}", late);
            }
        }
    }

    public async Task<Sight> LookAsync(CancellationToken cancellation)
    {
        var bells = bot.Log.Count(IsBell);
        var length = circulation.JournalLength();
        if (bellsSeen is null && bells >= circulation.Doorsteps.Count)
            (bellsSeen, lengthThen) = (run.Elapsed, length);
        var edition = await circulation.EditionAsync(cancellation);
        return new Sight(
            run.Elapsed,
            bells,
            run.Elapsed - bellsSeen,
            bellsSeen is not null && length > lengthThen,
            edition
        );
    }

    private bool IsBell(string line) =>
        line.Contains($"{circulation.Names[^1]} for", StringComparison.Ordinal)
        && line.Contains("comes next at", StringComparison.Ordinal);
}
