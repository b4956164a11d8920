using Bot.Emulators.Programs;

namespace Bot.Benchmarks;

/// <summary>The resident memory of a process, looked at each half second, in kilobytes.</summary>
internal static class LoadMemory
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(0.5);

    public static async Task<IReadOnlyList<long>> WatchAsync(BotProgram bot, CancellationToken over)
    {
        var seen = new List<long>();
        using var timer = new PeriodicTimer(BetweenLooks);
        try
        {
            do seen.Add(bot.ResidentKilobytes());
            while (await timer.WaitForNextTickAsync(over));
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            // All is answered.
        }

        return seen;
    }
}
