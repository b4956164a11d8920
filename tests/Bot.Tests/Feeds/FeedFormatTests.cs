using Bot.Core.Feeds;

namespace Bot.Tests.Feeds;

public sealed class FeedFormatTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Rss_is_read_with_what_others_say_in_it()
    {
        var feed = Reads.Feed(
            """
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
              <channel><title>Harbour News</title><link>https://news.example/</link>
                <item><guid isPermaLink="false">a1</guid><title>Bridge &amp;amp; tunnel</title><link>/bridge</link>
                  <description>&lt;p&gt;Short&lt;/p&gt;</description><content:encoded><![CDATA[<p>Long <b>text</b></p>]]></content:encoded>
                  <dc:creator>Anna Berg</dc:creator><dc:creator>Jan Holm</dc:creator><pubDate>Mon, 02 Mar 2026 13:00:00 +0100</pubDate></item>
              </channel></rss>
            """,
            "https://news.example/feed"
        );

        var item = Assert.Single(feed.Items);
        Assert.Equal((FeedFormat.Rss, "Harbour News", "https://news.example/"), (feed.Format, feed.Title, feed.Link));
        Assert.Equal(("a1", "Bridge & tunnel", "https://news.example/bridge"), (item.Id, item.Title, item.Link));
        Assert.Equal(("<p>Short</p>", "<p>Long <b>text</b></p>"), (item.Summary, item.Content));
        Assert.Equal(("Anna Berg, Jan Holm", Noon), (item.Author, item.Published));
    }

    [Fact]
    public void Rdf_has_its_items_beside_the_channel()
    {
        var feed = Reads.Feed(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
              <channel rdf:about="https://news.example/"><title>Harbour News</title></channel>
              <item rdf:about="https://news.example/1"><title>One</title></item></rdf:RDF>
            """
        );

        var item = Assert.Single(feed.Items);
        Assert.Equal((FeedFormat.Rdf, "https://news.example/1"), (feed.Format, item.Link));
    }

    [Fact]
    public void Atom_tells_how_its_texts_are_meant()
    {
        var feed = Reads.Feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/"><title type="html">Harbour &lt;b&gt;News&lt;/b&gt;</title>
              <link rel="self" href="/feed"/><link href="/"/><author><name>Desk</name></author>
              <entry><id>urn:1</id><title>1 &lt; 2</title><link href="one"/><updated>2026-03-02T12:00:00Z</updated>
                <summary type="text">a &lt;b&gt; c</summary>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">So <a href="two">it</a> is<br/></div></content></entry></feed>
            """
        );

        var item = Assert.Single(feed.Items);
        Assert.Equal(("Harbour News", "https://news.example/"), (feed.Title, feed.Link));
        Assert.Equal(("1 < 2", "https://news.example/one", "Desk"), (item.Title, item.Link, item.Author));
        Assert.Equal("a &lt;b> c", item.Summary);
        Assert.Equal("<div>So <a href=\"https://news.example/two\">it</a> is<br></div>", item.Content);
        Assert.Equal(Noon, item.Updated);
    }

    [Fact]
    public void Atom_tells_its_pace_in_the_words_of_the_syndication_module()
    {
        var feed = Reads.Feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><title>Harbour</title>
              <sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></feed>
            """
        );

        Assert.Equal(TimeSpan.FromHours(6), feed.Rhythm.Least);
    }

    [Fact]
    public void Atom_0_3_is_read_with_its_modes()
    {
        var feed = Reads.Feed(
            """
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title>
              <entry><title>One</title><issued>2026-03-02T13:00:00+01:00</issued>
                <content type="text/html" mode="escaped">&lt;i&gt;x&lt;/i&gt;</content></entry>
              <entry><title>Two</title><content type="text/html" mode="base64">PGk+eDwvaT4=</content></entry></feed>
            """
        );

        Assert.Equal(Noon, feed.Items[0].Published);
        Assert.All(feed.Items, i => Assert.Equal("<i>x</i>", i.Content));
    }

    [Fact]
    public void Json_feed_is_read_in_both_versions()
    {
        var feed = Reads.Feed(
            """
            {"version":"https://jsonfeed.org/version/1.1","title":"Harbour News","home_page_url":"https://news.example/",
             "items":[{"id":7,"url":"/one","content_text":"a < b","date_published":"2026-03-02T13:00:00+01:00","author":{"name":"Anna Berg"}}]}
            """,
            "https://news.example/feed.json"
        );

        var item = Assert.Single(feed.Items);
        Assert.Equal(("7", "https://news.example/one", "a &lt; b"), (item.Id, item.Link, item.Content));
        Assert.Equal(("Anna Berg", Noon, "a < b"), (item.Author, item.Published, item.Title));
    }

    [Fact]
    public void Opml_gives_its_feeds_with_their_folders()
    {
        var list = Reads.Feed(
            """
            <opml version="1.0"><body><outline text="Harbours"><outline text="North" xmlUrl="https://n.example/f" htmlUrl="https://n.example/"/></outline>
              <outline title="South" text="S" type="rss" xmlurl="https://s.example/f"/><outline text="again" xmlUrl="https://n.example/f"/></body></opml>
            """
        );

        Assert.Equal(
            [
                new ListedFeed("North", "https://n.example/f", "https://n.example/", "Harbours"),
                new ListedFeed("South", "https://s.example/f", "https://s.example/f", null),
            ],
            list.Feeds
        );
    }

    [Fact]
    public void A_podcast_says_in_its_shops_words_what_it_does_not_say_in_its_own()
    {
        var item = Reads.Item(
            "<itunes:author>Desk</itunes:author><itunes:summary>Heard today</itunes:summary><itunes:title>Nine</itunes:title>"
        );

        Assert.Equal(("Desk", "Heard today", "Nine"), (item.Author, item.Summary, item.Title));
    }

    [Fact]
    public void Base_addresses_add_up()
    {
        var feed = Reads.Feed(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://news.example/a/"><entry xml:base="b/"><link href="c"/></entry></feed>
            """
        );

        Assert.Equal("https://news.example/a/b/c", Assert.Single(feed.Items).Link);
    }
}
