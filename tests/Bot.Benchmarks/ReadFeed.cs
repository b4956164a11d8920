using System.Globalization;
using System.Net;
using System.Text;
using System.Xml.Linq;
using BenchmarkDotNet.Attributes;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Reading;

namespace Bot.Benchmarks;

/// <summary>How long a feed of 500 items takes from bytes to cleaned items, beside what .NET takes for its bare tree.</summary>
[MemoryDiagnoser]
public class ReadFeed
{
    private const int Items = 500;
    private byte[] _feed = [];

    [GlobalSetup]
    public void Write()
    {
        var feed = new StringBuilder(
            "<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"><channel>"
        );
        for (var i = 0; i < Items; i++)
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Bridge &amp;amp; tunnel {i}</title>")
                .Append(CultureInfo.InvariantCulture, $"<link>https://news.example/{i}</link><guid>{i}</guid>")
                .Append("<pubDate>Mon, 02 Mar 2026 13:05:06 +0100</pubDate>")
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<description>{WebUtility.HtmlEncode(Paragraph(i))}</description>"
                )
                .Append(
                    CultureInfo.InvariantCulture,
                    $"<content:encoded><![CDATA[{Text(i)}]]></content:encoded></item>"
                );
        _feed = Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString());
    }

    [Benchmark(Baseline = true)]
    public XDocument Tree()
    {
        using var bytes = new MemoryStream(_feed);
        return XDocument.Load(bytes);
    }

    [Benchmark]
    public FeedReading Feed() => FeedReader.Read(_feed, new FeedSource());

    private static string Text(int item) =>
        string.Concat(Enumerable.Range(0, 8).Select(i => Paragraph((item * 8) + i)));

    private static string Paragraph(int number) =>
        $"<p>The bridge that joins the harbour with the old town opened on Monday, {number} days after it was promised, and "
        + $"<a href=\"https://news.example/?day={number}&amp;page=1\">nobody</a> “could say” why – the mayor’s office least.</p>\n";
}
