using System.Diagnostics;
using System.Globalization;
using System.Text;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Pages;
using Bot.Core.Feeds.Reading;

namespace Bot.Tests.Feeds;

/// <summary>
/// Feeds spoilt at random. BYLINE_FUZZ_SECONDS says for how long, two seconds by default; BYLINE_FUZZ_FEEDS names a folder
/// whose files are spoilt beside our own.
/// </summary>
public sealed class FeedFuzzTests
{
    private const int LargestFile = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly string[] Own =
    [
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><!DOCTYPE rss [<!ENTITY x \"y\">]><rss version=\"2.0\"><channel><title>a &amp; b</title><item><guid isPermaLink='false'>1</guid><pubDate>Mon, 02 Mar 2026 13:00:00 +0100</pubDate><description><![CDATA[<p title=\"x\">a<br>b</p>]]></description></item></channel></rss>",
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"http://x.example/\"><entry><id>1</id><content type=\"xhtml\"><div>a <b>b</b></div></content><updated>2026-03-02T13:00:00Z</updated><link href=\"a\"/></entry></feed>",
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><item rdf:about=\"http://x.example/\"><title>&#8364;</title></item></rdf:RDF>",
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"content_html\":\"<p>a</p>\",\"authors\":[{\"name\":\"x\"}]}]}",
        "<opml><body><outline text=\"a\"><outline xmlUrl=\"http://x.example/f\"/></outline></body></opml>",
        "<html><head><link rel=alternate type=application/rss+xml href=/f></head><body>x</body></html>",
    ];

    private static readonly string[] Pieces =
    [
        "<",
        ">",
        "&",
        "\"",
        "'",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "</",
        "/>",
        "<?",
        "<!DOCTYPE x [",
        "&#x110000;",
        "&#0;",
        "\0",
        "\uFFFF",
        "xmlns:",
        "xml:base=\"",
        "<item>",
        "</item>",
        "<title>",
        "{",
        "[",
        "\\ud800",
        "99999999999",
    ];

    [Fact]
    public void No_feed_breaks_its_reader_or_keeps_it()
    {
        var random = new Random(20260302);
        var seeds = Seeds();
        var clock = Stopwatch.StartNew();
        var count = 0;
        while (clock.Elapsed < Budget())
        {
            var bytes = Spoilt(seeds[random.Next(seeds.Count)], seeds, random);
            var start = clock.Elapsed;

            var reading = Read(bytes);

            count++;
            Assert.NotEmpty(reading.Encoding);
            // A machine that is busy with other things stops now and then; a feed that keeps its reader does so again.
            if (clock.Elapsed - start > Patience)
                Assert.True(IsQuick(bytes), $"Slow: {Convert.ToBase64String(bytes)}");
        }

        TestContext.Current.SendDiagnosticMessage($"{count} spoilt feeds were read.");
    }

    private static bool IsQuick(byte[] bytes)
    {
        var clock = Stopwatch.StartNew();
        Read(bytes);
        return clock.Elapsed < Patience;
    }

    private static FeedReading Read(byte[] bytes)
    {
        try
        {
            var source = new FeedSource(new Uri("http://x.example/feed"));
            Assert.True(PageReader.TryRead(bytes, source, out var problem) is null == problem is not null);
            return FeedReader.Read(bytes, source);
        }
        catch (Exception broken)
        {
            throw new InvalidOperationException($"Broken by {Convert.ToBase64String(bytes)}", broken);
        }
    }

    private static byte[] Spoilt(byte[] seed, List<byte[]> seeds, Random random)
    {
        var bytes = seed.ToList();
        for (var times = random.Next(1, 8); times > 0 && bytes.Count > 0; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(random.Next(40), bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(400), bytes.Count - at)));
                    break;
                case 4:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    var other = seeds[random.Next(seeds.Count)];
                    bytes.InsertRange(at, other.AsSpan(random.Next(other.Length)));
                    break;
            }
        }

        return [.. bytes];
    }

    private static List<byte[]> Seeds()
    {
        var seeds = Own.Select(Encoding.UTF8.GetBytes).ToList();
        if (Environment.GetEnvironmentVariable("BYLINE_FUZZ_FEEDS") is { Length: > 0 } folder)
            seeds.AddRange(
                Directory
                    .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                    .Where(f => new FileInfo(f).Length is > 0 and < LargestFile)
                    .Order(StringComparer.Ordinal)
                    .Select(File.ReadAllBytes)
            );
        return seeds;
    }

    private static TimeSpan Budget() =>
        TimeSpan.FromSeconds(
            int.TryParse(
                Environment.GetEnvironmentVariable("BYLINE_FUZZ_SECONDS"),
                CultureInfo.InvariantCulture,
                out var seconds
            )
                ? seconds
                : 2
        );
}
