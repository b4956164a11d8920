using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Bot.Core.Feeds;

namespace Bot.Tests.Feeds;

/// <summary>Bytes that are made to exhaust or to fool their reader: bounded time and memory, a clear finding.</summary>
public sealed class FeedSafetyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void Billion_laughs_are_not_laughed()
    {
        var entities = string.Concat(
            Enumerable
                .Range(1, 9)
                .Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">")
        );
        var feed = Reads.Feed(
            $"<!DOCTYPE rss [<!ENTITY l0 \"lol\">{entities}]><rss><channel><title>&l9;</title></channel></rss>"
        );

        Assert.Equal("&l9;", feed.Title);
    }

    [Fact]
    public void An_entity_that_is_repeated_cannot_outgrow_the_feed()
    {
        var text =
            $"<!DOCTYPE rss [<!ENTITY a \"{new string('x', 60)}\">]><rss><channel><title>{string.Concat(Enumerable.Repeat("&a;", 100_000))}</title></channel></rss>";

        Assert.InRange(Reads.Feed(text).Title!.Length, 1, text.Length * 4);
    }

    [Fact]
    public void No_external_entity_is_opened()
    {
        var feed = Reads.Feed(
            "<!DOCTYPE rss [<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><title>&file;</title></channel></rss>"
        );

        Assert.Equal("&file;", feed.Title);
    }

    [Fact]
    public void A_feed_of_50_MB_is_refused_by_its_size() =>
        Assert.Contains(
            "52428800 bytes",
            Within(() => Reads.Problem(new byte[50 * 1024 * 1024])),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("<rss><channel><item>", "<a>")]
    [InlineData("<opml><body>", "<outline text='x'>")]
    public void Endless_nesting_is_told_of(string start, string again)
    {
        var bytes = Encoding.UTF8.GetBytes(start + Repeated(again, 1_000_000));

        var reading = Within(() => Reads.Bytes(bytes));

        Assert.Contains("256 elements", Assert.IsType<FeedReading.Failed>(reading).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Entries_that_never_close_do_not_stand_within_each_other()
    {
        var bytes = Encoding.UTF8.GetBytes("<feed>" + Repeated("<entry><div>", 1_000_000));

        var feed = Assert.IsType<FeedReading.Read>(Within(() => Reads.Bytes(bytes))).Document;

        Assert.Equal(1_000_000 / "<entry><div>".Length, feed.Items.Count);
    }

    [Fact]
    public void Endless_nesting_of_JSON_is_told_of() =>
        Assert.Contains(
            "broken",
            Within(() => Reads.Problem(Encoding.UTF8.GetBytes("{\"items\":" + new string('[', 5_000_000)))),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("<")]
    [InlineData("<a b=\"")]
    [InlineData("<a b='")]
    [InlineData("<!--")]
    [InlineData("<![CDATA[")]
    [InlineData("<!DOCTYPE x \"")]
    [InlineData("<script>")]
    [InlineData("</")]
    [InlineData("&")]
    [InlineData("<p>")]
    [InlineData("&lt;b&gt;")]
    [InlineData("&lt;!--")]
    [InlineData("&lt;script&gt;")]
    [InlineData("&lt;a b='")]
    [InlineData("<!DOCTYPE x [>")]
    [InlineData("&lt;!DOCTYPE x [&gt;")]
    public void No_beginning_costs_the_square_of_how_often_it_is_made(string beginning)
    {
        var text = "<rss><channel><item><description>" + Repeated(beginning, 1_000_000);

        Within(() => Reads.Bytes(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void Entities_without_blanks_do_not_cost_the_square_of_their_number() =>
        Within(() =>
            Reads.Bytes(Encoding.UTF8.GetBytes($"<!DOCTYPE rss [{Repeated("<!ENTITY", 12_000_000)}]><rss></rss>"))
        );

    [Fact]
    public void Prefixes_do_not_cost_their_number_for_each_element()
    {
        var bindings = string.Concat(Enumerable.Range(0, 100_000).Select(i => $" xmlns:p{i}=''"));

        Within(() =>
            Reads.Bytes(
                Encoding.UTF8.GetBytes($"<rss{bindings}><channel>{Repeated("<z:a/>", 6_000_000)}</channel></rss>")
            )
        );
    }

    [Fact]
    public void Halves_of_pairs_do_not_cost_the_square_of_their_number() =>
        Within(() =>
            Reads.Bytes(Encoding.UTF8.GetBytes($"{{\"items\":[{{\"title\":\"{Repeated("\\ud800", 6_000_000)}\"}}]}}"))
        );

    [Fact]
    public void A_start_of_links_that_is_longer_than_addresses_are_is_not_repeated_in_each()
    {
        var text =
            $"<feed xml:base='http://x.example/{Repeated("a", 1_000_000)}/'>{Repeated("<entry><link href='a'/></entry>", 600_000)}</feed>";

        Assert.All(Reads.Feed(text).Items, item => Assert.Equal("a", item.Link));
    }

    [Fact]
    public void Invalid_UTF_8_spoils_its_letters_alone()
    {
        byte[] bytes = [.. "<rss><channel><title>Größe "u8, 0xFF, 0xC3, .. " naïve café</title></channel></rss>"u8];

        Assert.StartsWith(
            "Größe ",
            Assert.IsType<FeedReading.Read>(Reads.Bytes(bytes)).Document.Title,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Zero_bytes_are_left_out_of_a_text_and_make_none()
    {
        Assert.Equal(
            "ab",
            Reads
                .Item("<title>a\0b</title><description>long enough to be text, said the desk on Monday</description>")
                .Title
        );
        Assert.Equal("The bytes are no text.", Reads.Problem(new byte[1000]));
    }

    [Fact]
    public void Gzip_that_nobody_unpacked_is_called_so()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write("<rss><channel/></rss>"u8);

        Assert.Equal("The bytes are an archive, not a feed.", Reads.Problem(packed.ToArray()));
    }

    [Fact]
    public void Nothing_is_called_nothing() => Assert.Equal("There is nothing in it.", Reads.Problem([]));

    private static string Repeated(string text, int letters) =>
        new StringBuilder(letters).Insert(0, text, letters / text.Length).ToString();

    private static T Within<T>(Func<T> work)
    {
        var clock = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var done = work();

        Assert.InRange(clock.Elapsed, TimeSpan.Zero, Patience);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 256 * 1024 * 1024);
        return done;
    }
}
