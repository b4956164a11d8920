using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands.Moving;
using Bot.Core.Digests;
using Bot.Core.Feeds.Following;
using Bot.Core.Moving;
using Bot.Core.Texts;
using Bot.Tests.Digests;

namespace Bot.Tests.Commands;

/// <summary>What of a file cannot be taken is named, and the rest is taken.</summary>
public sealed class MovingProblemTests : MovingDesk
{
    [Fact]
    public async Task What_cannot_be_taken_is_named_and_the_rest_is_taken()
    {
        const string file = """
            {"byline":1,"kind":"place","from":"telegram:-5","settings":{"zone":"Mars/Base","language":"klingon","size":"huge","quiet":"always"},
             "feeds":[{"url":"http://127.0.0.1/feed"},{"url":"https://ann:secret@news.example/"},{"url":"gopher://x"},{"url":"https://news.example/good"},null],
             "filters":[{"effect":"exclude","words":"/((a{99}){99}){99}/"},{"effect":"ban"},null],
             "digests":[{"name":"Early","at":"25:99","zone":"UTC"},{"name":"","at":"7:30","zone":"UTC"},{"name":"Fine","at":"7:30","zone":"Europe/Berlin"},
              {"name":"Never","at":"7:30","zone":"UTC","days":"someday"},{"name":"Vast","at":"7:30","zone":"UTC","size":"vast"},null]}
            """;

        var answer = Said(await ImportAsync(file));

        foreach (
            var named in new[]
            {
                "time zone “Mars/Base”: this machine does not know it",
                "language “klingon”",
                "size “huge”",
                "quiet hours “always”",
                "feed “http://127.0.0.1/feed”: no address that I may read",
                "and 5 more",
            }
        )
            Assert.Contains(named, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.Contains("feed “https://news.example/”: no address", answer, StringComparison.Ordinal);
        Assert.Contains("news.example/good", await ExportAsync(), StringComparison.Ordinal);
        Assert.Contains("Fine", await ExportAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", await ExportAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"every\":\"7h\"", "digest “Wrong”: “7h” does not divide a day, or stands beside times of day")]
    [InlineData("\"at\":\"7:30\",\"every\":\"3h\"", "“3h” does not divide a day, or stands beside times of day")]
    [InlineData("\"every\":\"3h\",\"quiet\":\"always\"", "“always” are no quiet hours, or leave no time for it")]
    [InlineData("\"every\":\"news\",\"late\":\"soon\"", "“soon” says not how late it may come: up to 24h, or never")]
    [InlineData("\"every\":\"news\",\"cap\":99", "“99” is no number of digests a day")]
    [InlineData("\"every\":\"news\",\"gather\":\"7min\"", "“7min” is no time to gather news for")]
    [InlineData("\"at\":\"7:30\",\"language\":\"klingon\"", "“klingon” is no language")]
    [InlineData(
        "\"at\":\"7:30\",\"feeds\":\"https://ann:secret@news.example/\"",
        "“https://news.example/” are no feeds"
    )]
    public async Task A_digest_that_cannot_be_planned_is_named_with_what_is_wrong_in_it(string fields, string answer)
    {
        var said = Said(
            await GiveAsync($$"""{"byline":1,"kind":"place","digests":[{"name":"Wrong","zone":"UTC",{{fields}} }]}""")
        );

        Assert.Contains(answer, said, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("The \\\"best\\\" of it")]
    [InlineData("Two\\nlines")]
    public async Task A_digests_name_that_could_not_be_typed_is_named(string name) =>
        Assert.Contains(
            "a name has 1 to 60 letters, on one line and without \"",
            Said(
                await GiveAsync(
                    """{"byline":1,"kind":"place","digests":[{"name":"NAME","at":"7:30","zone":"UTC"}]}""".Replace(
                        "NAME",
                        name,
                        StringComparison.Ordinal
                    )
                )
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Whatever_is_wrong_in_a_digest_has_words(string language)
    {
        var edition = new Phrasebook().In(CultureInfo.GetCultureInfo(language));

        // What is yes or no cannot be wrong.
        var fields = typeof(DigestOptions).GetProperties().Where(p => p.PropertyType != typeof(bool));

        foreach (var field in fields.Select(p => p.Name.ToLowerInvariant()))
            Assert.Contains(
                "VALUE",
                string.Concat(
                    ImportWords
                        .NothingToDo(
                            new UnpackPlan(new Destination("telegram", "-5"))
                            {
                                Problems = [new ImportProblem.Digest("Morning", field, "VALUE")],
                            },
                            edition
                        )
                        .SelectMany(b => PlainText.Of(new Reply([b])))
                ),
                StringComparison.Ordinal
            );
    }

    [Theory]
    [InlineData("https://ann:secret@news.example/rss")]
    [InlineData("ann:secret@news.example/rss")]
    [InlineData("ftp://ann:secret@news.example/rss")]
    [InlineData("https://ann:se/cret@news.example/rss")]
    [InlineData("https:/ann:secret@news.example/rss")]
    [InlineData("HTTPS:\\\\ann:secret@news.example/rss")]
    [InlineData("https://ann:secret@@")]
    public async Task A_secret_in_a_feeds_address_is_never_said(string url)
    {
        var answer = Said(await GiveAsync($$"""{"byline":1,"kind":"place","feeds":[{"url":"{{url}}"}] }"""));

        Assert.Contains("no address that I may read", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("cret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_more_channels_than_a_hundred_nothing_is_taken_and_nobody_is_asked()
    {
        var asked = new HashSet<Destination>();
        await OpenAsync();
        platform.LiesInItsChat = place =>
        {
            asked.Add(place);
            return true;
        };
        var filters = Enumerable
            .Range(1, 130)
            .Select(n => $$"""{"effect":"exclude","words":"word{{n}}","channel":"{{n}}"}""");

        var answer = Said(
            await ImportAsync(
                $$"""{"byline":1,"kind":"place","from":"telegram:-5","filters":[{{string.Join(',', filters)}}]}"""
            )
        );

        Assert.Equal(100, asked.Count);
        Assert.Contains("100 filters", answer, StringComparison.Ordinal);
        Assert.Contains("what is of 30 channels: a file has 100 at most", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_that_one_person_may_not_add_any_more_are_named_when_the_file_is_taken()
    {
        var desk = await OpenAsync();
        for (var chat = 1; chat <= FeedBook.MostOfOwner / FeedBook.MostInChat; chat++)
            await desk.Get<FeedBook>()
                .FollowAsync(
                    [
                        .. Enumerable
                            .Range(1, FeedBook.MostInChat)
                            .Select(n => new FollowOrder(
                                new("telegram", $"-{100 + chat}"),
                                new Uri($"https://news.example/{n}"),
                                "telegram:1"
                            )),
                    ],
                    Stop
                );

        var answer = Said(
            await ImportAsync(
                """{"byline":1,"kind":"place","settings":{"size":"long"},"feeds":[{"url":"https://one.example/"},{"url":"https://two.example/"}]}"""
            )
        );

        Assert.DoesNotContain("followed", answer, StringComparison.Ordinal);
        Assert.Contains("2 feeds: one person adds 1,000 at most", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"effect\":\"7\",\"words\":\"sport\"}")]
    [InlineData("{\"effect\":\"1\",\"words\":\"sport\"}")]
    [InlineData("{\"effect\":\"exclude\",\"words\":\"sport\",\"in\":\"1\"}")]
    [InlineData("{\"effect\":\"exclude,include\",\"words\":\"sport\"}")]
    [InlineData("{\"effect\":\"exclude\",\"words\":\"sport\",\"lang\":\"klingon\"}")]
    public async Task A_filter_that_no_command_makes_is_named(string filter)
    {
        var answer = Said(await GiveAsync($$"""{"byline":1,"kind":"place","filters":[{{filter}}]}"""));

        Assert.Contains("filter “sport”: it cannot be read", answer, StringComparison.Ordinal);
    }
}
