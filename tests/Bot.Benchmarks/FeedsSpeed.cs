using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Reading;

namespace Bot.Benchmarks;

/// <summary>
/// How many bytes of feeds a second are read, from bytes to cleaned items, warm and on one core, beside npm's rss-parser, and
/// .NET's bare tree of those that are well-formed. They take turns over the same files on the same core. "npm ci" in peers/ first.
/// </summary>
[SupportedOSPlatform("linux")]
internal static class FeedsSpeed
{
    private const int Rounds = 9;

    /// <summary>Until then the runtime still makes better code of what it sees to be hot.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    /// <param name="folders">All files in them are read, those that are no feeds too.</param>
    public static async Task<int> MeasureAsync(IReadOnlyList<string> folders)
    {
        using var process = Process.GetCurrentProcess();
        var files = folders
            .SelectMany(f => Directory.GetFiles(f, "*", SearchOption.AllDirectories))
            .Order(StringComparer.Ordinal)
            .ToList();
        var feeds = files.Select(File.ReadAllBytes).ToList();
        var bytes = feeds.Sum(f => (long)f.Length);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{files.Count} files, {bytes / 1e6:0.00} MB"));
        var trees = feeds.Where(IsWellFormed).ToList();
        while (process.UserProcessorTime < WarmUp)
        {
            ReadAll(feeds);
            ReadTrees(trees);
        }

        process.ProcessorAffinity = 1 << (Environment.ProcessorCount - 1);
        var list = Path.GetTempFileName();
        await File.WriteAllLinesAsync(
            list,
            files.Select(f => JsonSerializer.Serialize(new { file = Path.GetFullPath(f) }))
        );
        var folder = Path.Combine(SeedFiles.Root().FullName, "tests", "Bot.Benchmarks", "peers");
        using var peer = Directory.Exists(Path.Combine(folder, "node_modules", "rss-parser"))
            ? PeerProcess.Start(folder, "rss-parser", list, every: 1)
            : null;
        var (ours, theirs, bare) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            ours.Add(TimeOf(() => ReadAll(feeds)));
            bare.Add(TimeOf(() => ReadTrees(trees)));
            if (peer is not null)
                theirs.Add(await peer.ReadAsync());
        }

        File.Delete(list);
        Print("byline", bytes, ours, ours, bytes);
        Print("XDocument", trees.Sum(f => (long)f.Length), bare, ours, bytes);
        if (peer is null)
            Console.WriteLine($"rss-parser is not installed: npm ci in {folder}");
        else
            Print("rss-parser", bytes, theirs, ours, bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        ReadAll(feeds);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Console.WriteLine(
            string.Create(CultureInfo.InvariantCulture, $"allocated: {(double)allocated / bytes:0.0} bytes a byte read")
        );
        return 0;
    }

    private static void Print(string name, long bytes, List<double> seconds, List<double> ours, long ourBytes)
    {
        var (speed, our) = (bytes / Median(seconds) / 1e6, ourBytes / Median(ours) / 1e6);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -12} {speed, 7:0.0} MB/s (median); ours is × {our / speed:0.00}"
            )
        );
    }

    private static double Median(List<double> seconds) => seconds.Order().ElementAt(seconds.Count / 2);

    private static void ReadAll(List<byte[]> feeds)
    {
        foreach (var feed in feeds)
            FeedReader.Read(feed, new FeedSource());
    }

    private static void ReadTrees(List<byte[]> feeds)
    {
        foreach (var feed in feeds)
            Tree(feed);
    }

    private static bool IsWellFormed(byte[] feed)
    {
        try
        {
            Tree(feed);
            return true;
        }
        catch (Exception broken) when (broken is XmlException or ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void Tree(byte[] feed)
    {
        using var bytes = new MemoryStream(feed);
        using var reader = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        XDocument.Load(reader);
    }

    private static double TimeOf(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
