using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Bot.Benchmarks;

/// <summary>
/// From a cold start with an empty store to the first answer on the seeds: wall time to the answer's first line
/// and peak memory, over several whole processes. Bars: 1.5 s and 150 MB.
/// </summary>
internal static class FirstAnswer
{
    private const int Runs = 9;

    public static async Task<int> MeasureAsync(string program)
    {
        var milliseconds = new List<double>();
        foreach (var command in new[] { "/summary", "/quotes", "/who" })
        {
            milliseconds.Clear();
            for (var run = 0; run <= Runs; run++)
            {
                var taken = await AnswerAsync(program, command);
                // The first run warms the disk's cache and is not counted.
                if (run > 0)
                    milliseconds.Add(taken.TotalMilliseconds);
            }

            milliseconds.Sort();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"ask {command, -9} first line after {milliseconds[0]:0} / {milliseconds[Runs / 2]:0} / {milliseconds[^1]:0} ms (min / median / max of {Runs})"
                )
            );
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"peak memory of the largest process: {PeakKilobytes() / 1024.0:0} MB"
            )
        );
        return 0;
    }

    private static async Task<TimeSpan> AnswerAsync(string program, string command)
    {
        var folder = Directory.CreateTempSubdirectory("byline-first-answer-");
        try
        {
            var start = new ProcessStartInfo(program, ["ask", command])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            };
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
            var first = await process.StandardOutput.ReadLineAsync();
            var taken = clock.Elapsed;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return first is not null && process.ExitCode == 0
                ? taken
                : throw new InvalidOperationException(
                    $"ask {command} ended with {process.ExitCode}: {await process.StandardError.ReadToEndAsync()}"
                );
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The largest resident set of all ended children, as the kernel counted it.</summary>
    private static long PeakKilobytes()
    {
        const int children = -1;
        var usage = new long[36];
        return GetResourceUsage(children, usage) == 0 ? usage[4] : 0;
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetResourceUsage(int who, [Out] long[] usage);
}
