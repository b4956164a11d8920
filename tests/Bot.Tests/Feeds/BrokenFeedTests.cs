namespace Bot.Tests.Feeds;

public sealed class BrokenFeedTests
{
    [Fact]
    public void A_bare_ampersand_is_itself() =>
        Assert.Equal("http://x.example/?a=1&b=2", Reads.Item("<link>http://x.example/?a=1&b=2</link>").Link);

    [Fact]
    public void Half_of_a_surrogate_pair_is_a_sign_that_says_so()
    {
        var feed = Reads.Feed(
            """{"version":"1","items":[{"\ud83d":1,"id":"1","title":"a \udc00 b \ud83d\ude00 \\ud83d"}]}"""
        );

        Assert.Equal("a \ufffd b 😀 \\ud83d", Assert.Single(feed.Items).Title);
    }

    [Fact]
    public void An_element_of_HTML_that_holds_nothing_does_not_hold_what_follows()
    {
        var item = Reads.Item("<description>ship<wbr>yard</description><wbr><embed src='x'><title>T</title>");

        Assert.Equal("ship<wbr>yard", item.Summary);
        Assert.Equal("T", item.Title);
    }

    [Fact]
    public void Entities_of_HTML_need_no_declaration() =>
        Assert.Equal(
            "Café – naïve &unknown; €",
            Reads.Item("<title>Caf&eacute; &ndash; na&iuml;ve &unknown; &#128;</title>").Title
        );

    [Fact]
    public void Entities_that_the_feed_declares_are_known_in_it()
    {
        var feed = Reads.Feed(
            "<!DOCTYPE rss [<!ENTITY desk \"The desk\">]><rss><channel><title>&desk;</title></channel></rss>"
        );

        Assert.Equal("The desk", feed.Title);
    }

    [Fact]
    public void An_item_that_never_closes_ends_where_the_next_begins()
    {
        var feed = Reads.Feed("<rss><channel><item><title>One</title><item><title>Two</title></item></channel></rss>");

        Assert.Equal(["One", "Two"], feed.Items.Select(i => i.Title));
    }

    [Fact]
    public void Elements_that_are_crossed_end_with_the_one_around_them()
    {
        var item = Reads.Item("<description>a <b>b <i>c</b> d</i> e</description><title>T</title>");

        Assert.Equal("a <b>b <i>c</i></b> d e", item.Summary);
        Assert.Equal("T", item.Title);
    }

    [Fact]
    public void A_feed_that_breaks_off_gives_what_it_has()
    {
        var feed = Reads.Feed("<rss><channel><title>Desk</title><item><title>One</title></item><item><title>Tw");

        Assert.Equal(["One", "Tw"], feed.Items.Select(i => i.Title));
    }

    [Fact]
    public void Junk_before_the_declaration_is_passed_over() =>
        Assert.Equal(
            "Desk",
            Reads
                .Feed(
                    "\r\nWarning: x < y in /srv\n<?xml version='1.0'?><rss><channel><title>Desk</title></channel></rss>"
                )
                .Title
        );

    [Fact]
    public void Prefixes_that_nobody_declared_mean_what_they_mean_to_everybody() =>
        Assert.Equal("Anna Berg", Reads.Item("<dc:creator>Anna Berg</dc:creator>").Author);

    [Fact]
    public void Names_are_known_in_any_case() =>
        Assert.Equal(
            "One",
            Assert.Single(Reads.Feed("<RSS><Channel><ITEM><TITLE>One</TITLE></ITEM></Channel></RSS>").Items).Title
        );

    [Fact]
    public void Control_characters_are_left_out() =>
        Assert.Equal("abcd", Reads.Item("<title>ab\u0008cd</title>").Title);

    [Fact]
    public void An_author_as_Atom_has_it_is_known_in_RSS()
    {
        Assert.Equal("Anna", Reads.Item("<author><name>Anna</name></author>").Author);
        Assert.Equal("Anna", Reads.Item("<author><email>a@x.example</email><name>Anna</name></author>").Author);
        Assert.Equal("Anna Berg", Reads.Item("<author>Anna <b>Berg</b></author>").Author);
    }

    [Fact]
    public void Tags_of_the_feeds_own_document_are_no_words() =>
        Assert.Equal("The long day", Reads.Item("<title>The <long>long</long> day</title>").Title);

    [Fact]
    public void Line_breaks_do_not_stand_within_each_other()
    {
        var breaks = string.Concat(Enumerable.Repeat("<br>a", 300));

        Assert.Equal("One", Reads.Item($"<description>{breaks}</description><title>One</title>").Title);
    }

    [Fact]
    public void An_item_without_title_goes_by_its_words() =>
        Assert.Equal("Rain all day", Reads.Item("<description>&lt;p&gt;Rain all day&lt;/p&gt;</description>").Title);
}
