using System.Net;

namespace Bot.Tests.Feeds;

public sealed class FeedHtmlTests
{
    [Theory]
    [InlineData("safe<script>alert('1')</script> text", "safe text")]
    [InlineData("safe<script>if (a</b) { x('</p>') }</script> text", "safe text")]
    [InlineData("<p onclick=\"x()\">a</p>", "<p>a</p>")]
    [InlineData("<p/onclick=x()>a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:x()\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" java\nscript:x()\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"&#106;avascript:x()\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"vbscript:x()\">a</a>", "<a>a</a>")]
    [InlineData("<img src=\"data:text/html,x\" alt=\"a\">", "<img alt=\"a\">")]
    [InlineData("<iframe src=\"http://x.example/\"></iframe>a", "a")]
    [InlineData("<svg><circle onload=x()/></svg>a", "a")]
    [InlineData("<p style=\"position:fixed\">a</p>", "<p>a</p>")]
    [InlineData("<style>p { }</style>a", "a")]
    [InlineData("a <unclosed b", "a")]
    [InlineData("1 < 2 & 3", "1 &lt; 2 &amp; 3")]
    [InlineData("<b>a", "<b>a</b>")]
    [InlineData("a</b></p>", "a")]
    [InlineData("<a title='\"><script>x()</script>'>a</a>", "<a title=\"&quot;>&lt;script>x()&lt;/script>\">a</a>")]
    [InlineData("<p>caf&eacute;&nbsp;!</p>", "<p>café\u00A0!</p>")]
    public void What_is_kept_is_words_and_what_shapes_them(string html, string clean) =>
        Assert.Equal(clean, Reads.Item($"<description>{WebUtility.HtmlEncode(html)}</description>").Summary ?? "");

    [Fact]
    public void Links_and_pictures_are_made_absolute()
    {
        var item = Reads.Item(
            "<description><![CDATA[<a href=\"../one?a=1&amp;b=2\">x</a><img src=\"//cdn.example/p.png\">]]></description>",
            "https://news.example/feeds/all"
        );

        Assert.Equal(
            "<a href=\"https://news.example/one?a=1&amp;b=2\">x</a><img src=\"https://cdn.example/p.png\">",
            item.Summary
        );
    }

    [Theory]
    [InlineData("javascript:/x/")]
    [InlineData("data:text/html,x/")]
    [InlineData("vbscript:/x/")]
    public void No_link_starts_from_what_acts(string start)
    {
        var feed = Reads.Feed(
            $"<feed xml:base=\"{start}\"><entry><link href=\"a\"/><content type=\"html\">&lt;a href=\"b\"&gt;x&lt;/a&gt;</content></entry></feed>"
        );

        var item = Assert.Single(feed.Items);
        Assert.Equal(("a", "<a href=\"b\">x</a>"), (item.Link, item.Content));
    }

    [Fact]
    public void A_link_that_its_start_gives_another_scheme_is_judged_by_that_one()
    {
        var item = Reads.Item("<description>&lt;a href=\"x\"&gt;a&lt;/a&gt;</description>", "javascript:/feed");

        Assert.Equal("<a>a</a>", item.Summary);
    }

    [Fact]
    public void A_title_loses_its_tags_and_keeps_its_brackets()
    {
        Assert.Equal("Bold and 1 < 2", Reads.Item("<title>&lt;b&gt;Bold&lt;/b&gt; and 1 &lt; 2</title>").Title);
        Assert.Equal("The <generic> word", Reads.Item("<title>The &lt;generic&gt; word</title>").Title);
    }

    [Fact]
    public void Markup_of_the_feeds_own_document_is_cleaned_too() =>
        Assert.Equal(
            "<p>a <b>b</b></p>",
            Reads
                .Item("<description><p onclick='x()'>a <b>b</b><script><![CDATA[x()]]></script></p></description>")
                .Summary
        );
}
