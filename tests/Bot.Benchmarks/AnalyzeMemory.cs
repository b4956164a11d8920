using System.Globalization;
using System.Text.Json;
using Bot.Text;

namespace Bot.Benchmarks;

/// <summary>What the analysis holds of memory over many articles, read one after another as a stream, each once in a round.</summary>
internal static class AnalyzeMemory
{
    private const int Seed = 7;
    private const int Looks = 20;
    private const int MostMegabytes = 150;

    /// <summary>As much may lie between the first half's highest and the second half's: more is growth.</summary>
    private const double MostGrowth = 1.1;

    /// <param name="file">JSON Lines of objects with a "text"; read again and again, in another order each time.</param>
    public static async Task<int> MeasureAsync(string file, int articles)
    {
        Console.WriteLine("articles   resident MB   live MB");
        var lines = await File.ReadAllLinesAsync(file);
        var random = new Random(Seed);
        var seen = new List<double>();
        for (var n = 0; n < articles; n++)
        {
            if (n % lines.Length == 0)
                random.Shuffle(lines);
            using (var article = JsonDocument.Parse(lines[n % lines.Length]))
                TextAnalyzer.Analyze(article.RootElement.GetProperty("text").GetString() ?? "");
            if ((n + 1) % Math.Max(1, articles / Looks) != 0)
                continue;
            seen.Add(ResidentMegabytes());
            var live = GC.GetTotalMemory(forceFullCollection: false) / 1024.0 / 1024;
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{n + 1, 8} {seen[^1], 13:0.0} {live, 9:0.0}")
            );
        }

        var (before, after) = (seen.Take(seen.Count / 2).Max(), seen.Skip(seen.Count / 2).Max());
        var isFlat = after <= before * MostGrowth && after <= MostMegabytes;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"highest in the first half {before:0.0}, in the second {after:0.0}: {(isFlat ? "flat" : "too much")}"
            )
        );
        return isFlat ? 0 : 1;
    }

    private static double ResidentMegabytes()
    {
        const string name = "VmRSS:";
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith(name, StringComparison.Ordinal));
        var kilobytes = line[name.Length..].Replace("kB", "", StringComparison.Ordinal);
        return double.Parse(kilobytes, CultureInfo.InvariantCulture) / 1024;
    }
}
