using System.Threading.Channels;

namespace Bot.Verbs;

/// <summary>
/// Turns lines into lines on several cores, keeping their order and holding a bounded number of them in memory.
/// </summary>
internal static class BulkLines
{
    private const int HeldPerJob = 16;

    /// <param name="answer">One line in, with its one-based number; one line out. Must not throw for a bad line.</param>
    public static async Task<int> RunAsync(
        TextReader input,
        TextWriter output,
        int jobs,
        Func<int, string, string> answer,
        Action<int> progress,
        CancellationToken cancellation
    )
    {
        var queue = Channel.CreateBounded<Task<string>>(jobs * HeldPerJob);
        using var free = new SemaphoreSlim(jobs);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = ReadAsync();
        var count = 0;
        try
        {
            await foreach (var line in queue.Reader.ReadAllAsync(cancellation))
            {
                await output.WriteLineAsync((await line).AsMemory(), cancellation);
                progress(++count);
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await output.FlushAsync(CancellationToken.None);
        }

        return count;

        async Task ReadAsync()
        {
            try
            {
                for (var number = 1; await input.ReadLineAsync(stop.Token) is { } line; number++)
                {
                    if (string.IsNullOrWhiteSpace(line))
                        continue;
                    await free.WaitAsync(stop.Token);
                    var at = number;
                    var work = Task.Run(() => Answer(at, line), stop.Token);
                    await queue.Writer.WriteAsync(work, stop.Token);
                }

                queue.Writer.Complete();
            }
            catch (Exception broken)
            {
                queue.Writer.Complete(broken);
            }
        }

        string Answer(int number, string line)
        {
            try
            {
                return answer(number, line);
            }
            finally
            {
                free.Release();
            }
        }
    }
}
