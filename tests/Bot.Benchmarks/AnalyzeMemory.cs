using System.Globalization;
using Bot.Emulators.Programs;
using Bot.Text;

namespace Bot.Benchmarks;

/// <summary>What the analysis holds of memory over many articles, read one after another as a stream, each once in a round.</summary>
internal static class AnalyzeMemory
{
    private const int Seed = 7;
    private const int Looks = 20;

    /// <summary>Two halves are compared: each needs a look of its own.</summary>
    private const int FewestArticles = 2;

    private const int MostMegabytes = 150;

    /// <summary>Texts that are held to be let out in another order.</summary>
    private const int MostWaiting = 64;

    /// <summary>As much may lie between the first half's highest and the second half's: more is growth.</summary>
    private const double MostGrowth = 1.1;

    /// <param name="file">
    /// JSON Lines of objects with a "text": read again and again, for a file that is held would count as the analysis's. The
    /// order is another each time, as far as a few texts that wait make it so.
    /// </param>
    public static async Task<int> MeasureAsync(string file, int articles)
    {
        if (articles < FewestArticles)
        {
            await Console.Error.WriteLineAsync(
                $"{articles} articles tell nothing of growth: at least {FewestArticles} are compared."
            );
            return 1;
        }

        if (!ArticleTexts.Read(file).Any())
        {
            await Console.Error.WriteLineAsync($"{file} has no articles.");
            return 1;
        }

        Console.WriteLine("articles   resident MB   live MB");
        var seen = new List<double>();
        foreach (var (i, text) in Rounds(file).Take(articles).Index())
        {
            TextAnalyzer.Analyze(text);
            if ((i + 1) % Math.Max(1, articles / Looks) != 0)
                continue;
            seen.Add(ProcessMemory.ResidentKilobytes(Environment.ProcessId) / 1024.0);
            var live = GC.GetTotalMemory(forceFullCollection: false) / 1024.0 / 1024;
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{i + 1, 8} {seen[^1], 13:0.0} {live, 9:0.0}")
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

    /// <summary>Without end: each text of the file once in a round, let out of those that wait at random.</summary>
    private static IEnumerable<string> Rounds(string file)
    {
        var random = new Random(Seed);
        while (true)
        {
            var waiting = new List<string>();
            foreach (var text in ArticleTexts.Read(file))
            {
                waiting.Add(text);
                if (waiting.Count == MostWaiting)
                    yield return TakeOne(waiting, random);
            }

            while (waiting.Count > 0)
                yield return TakeOne(waiting, random);
        }
    }

    private static string TakeOne(List<string> waiting, Random random)
    {
        var i = random.Next(waiting.Count);
        (var taken, waiting[i]) = (waiting[i], waiting[^1]);
        waiting.RemoveAt(waiting.Count - 1);
        return taken;
    }
}
