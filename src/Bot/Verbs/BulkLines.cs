using System.Text;
using System.Threading.Channels;

namespace Bot.Verbs;

/// <summary>
/// Turns lines into lines on several cores, keeping their order and holding a bounded number of them in memory.
/// </summary>
internal static class BulkLines
{
    private const int HeldPerJob = 16;

    /// <summary>From a file, or "-" for standard input, to standard output.</summary>
    /// <param name="what">What is counted on standard error, such as "texts read".</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunFileAsync<T>(
        string path,
        int jobs,
        Func<int, string, T> read,
        Func<T, string> answer,
        string what,
        CancellationToken cancellation
    )
    {
        if (await BulkInput.OpenAsync(path) is not { } lines)
            return ExitCodes.Failed;

        using var input = new StreamReader(lines, Encoding.UTF8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var progress = new ProgressLine(what, TimeProvider.System);
        await RunAsync(input, output, jobs, read, answer, progress.Tell, cancellation);
        progress.End();
        return ExitCodes.Success;
    }

    /// <param name="read">One line, with its one-based number, on any core and ahead of others. Must not throw for a bad line.</param>
    /// <param name="answer">What was read in, one line out: in the order of the lines, one at a time.</param>
    private static async Task RunAsync<T>(
        TextReader input,
        TextWriter output,
        int jobs,
        Func<int, string, T> read,
        Func<T, string> answer,
        Action<int> progress,
        CancellationToken cancellation
    )
    {
        var queue = Channel.CreateBounded<Task<T>>(jobs * HeldPerJob);
        using var free = new SemaphoreSlim(jobs);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var reading = ReadAsync();
        var count = 0;
        try
        {
            await foreach (var line in queue.Reader.ReadAllAsync(cancellation))
            {
                await output.WriteLineAsync(answer(await line).AsMemory(), cancellation);
                progress(++count);
            }

            await reading;
        }
        finally
        {
            await stop.CancelAsync();
            await output.FlushAsync(CancellationToken.None);
        }

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
                    var work = Task.Run(() => Read(at, line), stop.Token);
                    await queue.Writer.WriteAsync(work, stop.Token);
                }

                queue.Writer.Complete();
            }
            catch (Exception broken)
            {
                queue.Writer.Complete(broken);
            }
        }

        T Read(int number, string line)
        {
            try
            {
                return read(number, line);
            }
            finally
            {
                free.Release();
            }
        }
    }
}
