using System.Text;
using Bot.Core.Articles;

namespace Bot.Tests.Articles;

public sealed class SeedFormatTests
{
    private const string Said = "The minister said the bridge would open in May. It had been closed since the flood.";

    static SeedFormatTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task Markdown_gives_its_words_without_markup_and_what_its_front_matter_says()
    {
        var article = await LoadAsync(
            "bridge.md",
            """
            ---
            title: "Bridge to open: in May"
            date: 2025-12-28
            author: [Jane Doe, John Roe]
            source: Example Post
            url: https://example.org/bridge
            ---

            # Bridge to open: in May

            The **minister** said the [bridge](https://example.org/b) would open
            in _May_. ![A bridge](bridge.jpg)

            > “We are proud,” she said &amp; smiled.

            - The first span is *ready*.

            ```
            code is no news
            ```
            <!-- a note -->
            """
        );

        Assert.Equal(
            ("Bridge to open: in May", true, "Example Post"),
            (article.Title, article.HasOwnTitle, article.Source)
        );
        Assert.Equal("Jane Doe, John Roe", article.Author);
        Assert.Equal("https://example.org/bridge", article.Url?.AbsoluteUri);
        Assert.Equal(new DateTimeOffset(2025, 12, 28, 0, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Equal(
            "The minister said the bridge would open in May.\n\n“We are proud,” she said & smiled.\n\nThe first span is ready.",
            article.Text
        );
    }

    [Fact]
    public async Task Markdown_without_front_matter_takes_its_first_heading_for_the_title()
    {
        var article = await LoadAsync("bridge.md", "# A bridge opens\n\n" + Said);

        Assert.Equal(("A bridge opens", true), (article.Title, article.HasOwnTitle));
        Assert.Equal(Said, article.Text);
    }

    [Fact]
    public async Task A_small_page_gives_its_paragraphs_and_what_its_head_says()
    {
        var article = await LoadAsync(
            "bridge.html",
            $"""
            <!doctype html><html><head><title>Bridge opens | Example Post</title>
            <meta property="og:site_name" content="Example Post"><meta name="author" content="Jane Doe">
            <meta property="article:published_time" content="2025-12-28T10:00:00+01:00">
            <link rel="canonical" href="https://example.org/bridge"></head>
            <body><nav>Home News Sport</nav><h1>Bridge opens</h1><p>{Said}</p><script>alert(1)</script>
            <p>“At&nbsp;last,”<br>she said.</p><footer>Imprint</footer></body></html>
            """
        );

        Assert.Equal(("Bridge opens", "Example Post", "Jane Doe"), (article.Title, article.Source, article.Author));
        Assert.Equal(new DateTimeOffset(2025, 12, 28, 9, 0, 0, TimeSpan.Zero), article.Published);
        Assert.Equal("https://example.org/bridge", article.Url?.AbsoluteUri);
        Assert.Equal(Said + "\n\n“At last,”\nshe said.", article.Text);
    }

    [Fact]
    public async Task A_large_page_gives_its_article_alone()
    {
        var paragraphs = Enumerable
            .Range(1, 20)
            .Select(n => $"<p>Paragraph {n} of the story. {Said} And so on, with commas, and more words.</p>");
        var article = await LoadAsync(
            "bridge.html",
            $"""
            <html><head><title>Bridge opens</title></head><body><div class="menu"><a href="/">Home</a><a href="/s">Sport</a></div>
            <div class="article">{string.Concat(
                paragraphs
            )}</div><div class="related"><a href="/x">Ten bridges you must see</a></div></body></html>
            """
        );

        Assert.Equal(20, article.Text.Split("\n\n").Length);
        Assert.StartsWith("Paragraph 1 of the story.", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ten bridges", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_holds_one_article_or_many()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write(
            "one.json",
            """{"title":"Bridge opens","url":"https://example.org/b","source":"Example Post","author":"Jane Doe","published":"2025-12-28T10:00:00Z","text":"The bridge is open."}"""
        );
        desk.Write(
            "many.json",
            """[{"text":"The first item is here."},{"title":"Second","text":"The second item is here."}]"""
        );

        var report = await desk.LoadAsync();

        var articles = await desk.LatestAsync();
        var bridge = articles.Single(a => a.Url is not null);
        Assert.Empty(report.Problems);
        Assert.Equal(3, articles.Count);
        Assert.Equal(
            ("Bridge opens", "Example Post", "Jane Doe", "The bridge is open."),
            (bridge.Title, bridge.Source, bridge.Author, bridge.Text)
        );
        Assert.Equal(new DateTimeOffset(2025, 12, 28, 10, 0, 0, TimeSpan.Zero), bridge.Published);
    }

    [Fact]
    public async Task A_bad_line_is_named_and_the_others_are_read()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write(
            "wire.jsonl",
            """
            {"text":"The first line is an article."}
            {"text":"The second line breaks off
            {"title":"No text here"}

            {"text":"The fifth line has a strange date.","published":"1/2/2025","url":"ftp://example.org"}
            {"text":"\ud800 half a letter"}
            [1,2]
            """
        );

        var report = await desk.LoadAsync();

        Assert.Equal(2, report.Added);
        Assert.Collection(
            report.Problems.Select(p => p.Sentence),
            p => Assert.StartsWith("wire.jsonl, line 2, is not JSON: it breaks at byte", p, StringComparison.Ordinal),
            p => Assert.StartsWith("wire.jsonl, line 3, has no “text”.", p, StringComparison.Ordinal),
            p =>
                Assert.StartsWith(
                    "wire.jsonl, line 5, has a date that cannot be told, “1/2/2025”",
                    p,
                    StringComparison.Ordinal
                ),
            p => Assert.StartsWith("wire.jsonl, line 5, has a url that is no web address", p, StringComparison.Ordinal),
            p => Assert.StartsWith("wire.jsonl, line 6, has half of a surrogate pair", p, StringComparison.Ordinal),
            p => Assert.StartsWith("wire.jsonl, line 7, is no JSON object.", p, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_line_put_before_others_leaves_them_their_numbers()
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write("wire.jsonl", "{\"text\":\"Ann was here first.\"}\n{\"text\":\"Ben came after her.\"}\n");
        await desk.LoadAsync();
        var before = (await desk.LatestAsync()).ToDictionary(a => a.Text, a => a.Id);

        desk.Write(
            "wire.jsonl",
            "{\"text\":\"Zoe is new here.\"}\n{\"text\":\"Ben came after her.\"}\n{\"text\":\"Ann was here first.\"}\n"
        );
        var report = await desk.LoadAsync();

        var after = (await desk.LatestAsync()).ToDictionary(a => a.Text, a => a.Id);
        Assert.Equal((1, 0, 0), (report.Added, report.Updated, report.Withdrawn));
        Assert.All(before, b => Assert.Equal(b.Value, after[b.Key]));
    }

    [Theory]
    [InlineData("utf-8", "Der Präsident von Łódź sprach über „Frieden“ und Brücken.")]
    [InlineData("utf-16", "Президент сказал, что мост откроют в мае 2025 года.")]
    [InlineData("utf-16BE", "Президент сказал, что мост откроют в мае 2025 года.")]
    [InlineData("windows-1252", "The president said “the bridge” is 30 % cheaper – naïve, a café owner said.")]
    [InlineData("windows-1251", "Президент сказал, что мост откроют в мае. Жители города были рады этому решению.")]
    [InlineData("koi8-r", "Президент сказал, что мост откроют в мае. Жители города были рады этому решению.")]
    [InlineData("shift_jis", "大統領は橋が五月に開くと述べた。住民はその決定を喜んだと話している。")]
    [InlineData("gb18030", "总统表示大桥将于五月开放。居民们说他们对这一决定感到高兴。")]
    [InlineData("iso-2022-jp", "大統領は橋が五月に開くと述べた。")]
    public async Task Any_common_charset_is_read(string charset, string text)
    {
        var encoding = Encoding.GetEncoding(charset);

        var article = await LoadAsync("story.txt", encoding.GetBytes(text));

        Assert.Equal(text, article.Text);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public async Task A_byte_order_mark_is_no_part_of_the_text(string charset)
    {
        var encoding = Encoding.GetEncoding(charset);

        var article = await LoadAsync("story.txt", [.. encoding.GetPreamble(), .. encoding.GetBytes(Said)]);

        Assert.Equal(Said, article.Text);
    }

    [Fact]
    public async Task A_page_is_read_in_the_charset_that_it_names_unless_its_bytes_say_otherwise()
    {
        const string page =
            "<html><head><meta charset=\"windows-1253\"></head><body><p>Ο πρωθυπουργός είπε ότι η γέφυρα θα ανοίξει.</p></body></html>";

        var named = await LoadAsync("a.html", Encoding.GetEncoding("windows-1253").GetBytes(page));
        var lying = await LoadAsync("b.html", Encoding.UTF8.GetBytes(page));

        Assert.Equal("Ο πρωθυπουργός είπε ότι η γέφυρα θα ανοίξει.", named.Text);
        Assert.Equal(named.Text, lying.Text);
    }

    [Fact]
    public async Task A_spoilt_byte_does_not_turn_utf8_into_something_else()
    {
        var bytes = Encoding.UTF8.GetBytes(
            "Der Präsident sprach über Brücken, Türme und Straßen. Müde fuhr er x zurück."
        );
        bytes[Array.IndexOf(bytes, (byte)'x')] = 0xFF;

        var article = await LoadAsync("story.txt", bytes);

        Assert.Equal("Der Präsident sprach über Brücken, Türme und Straßen. Müde fuhr er \uFFFD zurück.", article.Text);
    }

    private static Task<Article> LoadAsync(string name, string text) => LoadAsync(name, Encoding.UTF8.GetBytes(text));

    private static async Task<Article> LoadAsync(string name, byte[] bytes)
    {
        using var desk = await SeedDesk.OpenAsync();
        desk.Write(name, bytes);
        var report = await desk.LoadAsync();
        Assert.Empty(report.Problems);
        return await desk.OnlyAsync();
    }
}
