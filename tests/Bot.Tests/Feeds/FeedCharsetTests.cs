using System.Text;
using Bot.Core.Feeds;

namespace Bot.Tests.Feeds;

public sealed class FeedCharsetTests
{
    static FeedCharsetTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", "utf-8", null, "utf-8")]
    [InlineData("windows-1251", "windows-1251", null, "windows-1251")]
    [InlineData("windows-1251", null, "text/xml; charset=windows-1251", "windows-1251")]
    [InlineData("koi8-r", "koi8-r", "application/rss+xml; charset=\"koi8-r\"", "koi8-r")]
    [InlineData("utf-8", "iso-8859-1", null, "utf-8")]
    [InlineData("utf-8", null, "application/xml; charset=iso-8859-1", "utf-8")]
    [InlineData("windows-1251", "windows-1251", "text/xml; charset=utf-8", "windows-1251")]
    [InlineData("utf-16", "utf-16", null, "utf-16le")]
    [InlineData("utf-16BE", "utf-16", null, "utf-16be")]
    [InlineData("utf-32", null, null, "utf-32le")]
    [InlineData("utf-8", "no-such-charset", null, "utf-8")]
    public void What_is_declared_counts_where_the_bytes_can_be_that(
        string written,
        string? declared,
        string? contentType,
        string found
    )
    {
        var declaration = declared is null ? "" : $"<?xml version='1.0' encoding='{declared}'?>";
        var text = $"{declaration}<rss><channel><title>Привет, мир</title></channel></rss>";

        var read = Assert.IsType<FeedReading.Read>(
            Reads.Bytes(Encoding.GetEncoding(written).GetBytes(text), contentType)
        );

        Assert.Equal(("Привет, мир", found), (read.Document.Title, read.Encoding));
    }

    [Fact]
    public void A_byte_order_mark_is_no_letter()
    {
        var bytes = Encoding
            .UTF8.GetPreamble()
            .Concat(Encoding.UTF8.GetBytes("<rss><channel><title>é</title></channel></rss>"));

        Assert.Equal("é", Assert.IsType<FeedReading.Read>(Reads.Bytes([.. bytes])).Document.Title);
    }

    [Theory]
    [InlineData("windows-1251", "windows-1251", "koi8-r", "windows-1251")]
    [InlineData("windows-1251", "utf-8", "windows-1251", "windows-1251")]
    [InlineData("windows-1251", null, "windows-1251", "windows-1251")]
    public void A_page_is_read_in_what_HTTP_says_before_what_it_says_itself(
        string written,
        string? header,
        string meta,
        string found
    )
    {
        var text = $"<html><head><meta charset={meta}><title>Привет, мир</title></head><body></body></html>";

        var read = Reads.Bytes(
            Encoding.GetEncoding(written).GetBytes(text),
            header is null ? "text/html" : $"text/html; charset={header}"
        );

        Assert.Equal(found, Assert.IsType<FeedReading.Page>(read).Encoding);
    }

    [Fact]
    public void Latin_1_means_what_Windows_makes_of_it()
    {
        var bytes = Encoding
            .GetEncoding("windows-1252")
            .GetBytes("<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><title>“5 €”</title></channel></rss>");

        var read = Assert.IsType<FeedReading.Read>(Reads.Bytes(bytes));

        Assert.Equal(("“5 €”", "iso-8859-1"), (read.Document.Title, read.Encoding));
    }
}
