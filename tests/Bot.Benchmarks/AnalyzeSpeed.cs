using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using Bot.Text;

namespace Bot.Benchmarks;

/// <summary>
/// How many tokens a second are understood, all of it, warm and on one core, beside readers of English that others wrote. They
/// take turns over the same texts on the same core, and the processor's time counts: what else the machine does then slows all
/// of them alike. "npm ci" in peers/ first; without it ours is measured alone.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class AnalyzeSpeed
{
    private const int Rounds = 7;

    /// <summary>compromise takes some fifty times as long as wink: it gets fewer texts.</summary>
    private const int TextsOfSlowPeer = 12;

    /// <summary>Until then the runtime still makes better code of what it sees to be hot.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(15);

    /// <param name="file">JSON Lines of objects with a "text".</param>
    /// <param name="every">Only each such line is read.</param>
    public static async Task<int> MeasureAsync(string file, int every)
    {
        using var process = Process.GetCurrentProcess();
        var texts = ArticleTexts.Read(file).Where((_, i) => i % every == 0).ToList();
        Console.WriteLine($"{texts.Count} texts, {texts.Sum(CountTokens)} tokens");
        while (process.UserProcessorTime < WarmUp)
            ReadAll(texts);

        // One core: the last, which is seldom the one that answers interrupts. Children inherit it.
        process.ProcessorAffinity = 1 << (Environment.ProcessorCount - 1);
        var readers = new List<Reader> { new("byline", texts.Sum(CountTokens), () => Task.FromResult(TimeOf(texts))) };
        var folder = Path.Combine(SeedFiles.Root().FullName, "tests", "Bot.Benchmarks", "peers");
        using var tags = Start(folder, "wink-tags", file, every);
        using var wink = Start(folder, "wink", file, every);
        using var compromise = Start(folder, "compromise", file, every * TextsOfSlowPeer);
        if (tags is not null && wink is not null && compromise is not null)
        {
            readers.Add(new("wink (tags)", texts.Sum(CountTokens), tags.ReadAsync));
            readers.Add(new("wink (all)", texts.Sum(CountTokens), wink.ReadAsync));
            var few = texts.Where((_, i) => i % TextsOfSlowPeer == 0).Sum(CountTokens);
            readers.Add(new("compromise", few, compromise.ReadAsync));
        }

        for (var round = 0; round < Rounds; round++)
        {
            foreach (var reader in readers)
                reader.Seconds.Add(await reader.ReadAsync());
        }

        Print(readers, texts);
        return 0;
    }

    private static void Print(List<Reader> readers, List<string> texts)
    {
        Console.WriteLine("reader         median tokens/s   best tokens/s   ours is × faster (median, best)");
        var (ours, ourBest) = (readers[0].Median, readers[0].Best);
        foreach (var reader in readers)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{reader.Name, -14} {reader.Median, 15:0} {reader.Best, 15:0} {ours / reader.Median, 13:0.00} {ourBest / reader.Best, 8:0.00}"
                )
            );
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll(texts);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"allocated: {(double)allocated / readers[0].Tokens:0} bytes a token"
            )
        );
    }

    private static PeerProcess? Start(string folder, string name, string file, int every)
    {
        if (Directory.Exists(Path.Combine(folder, "node_modules")))
            return PeerProcess.Start(folder, name, Path.GetFullPath(file), every);
        Console.WriteLine($"{name} is not installed: npm ci in {folder}");
        return null;
    }

    private static double TimeOf(List<string> texts)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        ReadAll(texts);
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static void ReadAll(List<string> texts)
    {
        foreach (var text in texts)
            TextAnalyzer.Analyze(text);
    }

    /// <summary>The same for all: runs of letters and digits, and single other signs.</summary>
    private static int CountTokens(string text)
    {
        var tokens = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var isInside = char.IsLetterOrDigit(text[i]) && i > 0 && char.IsLetterOrDigit(text[i - 1]);
            tokens += isInside || char.IsWhiteSpace(text[i]) ? 0 : 1;
        }

        return tokens;
    }

    private sealed record Reader(string Name, int Tokens, Func<Task<double>> ReadAsync)
    {
        public List<double> Seconds { get; } = [];

        public double Median => Tokens / Seconds.Order().ElementAt(Seconds.Count / 2);

        public double Best => Tokens / Seconds.Min();
    }
}
