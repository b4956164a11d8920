using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Tests.Delivery;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Digests;

public sealed class DigestCommandTests : IAsyncDisposable
{
    private const string Story = """
        Talks on the dam reached a deal on Sunday, after a week of threats from both sides of the river.

        The two governments will share the water and the cost of the repairs until the end of the decade.

        "We have a deal that both of our peoples can live with for a long time," Foreign Minister Ana Costa said.

        The dam was damaged by an earthquake in the spring and has been leaking since.

        Engineers began to lower the level of the lake on Monday, a step that will take three weeks.
        """;

    private static readonly DigestOptions Morning = new()
    {
        Name = "Morning digest",
        At = "07:30",
        Days = "mon-fri",
        Zone = "Europe/Berlin",
        Destination = "discord:1",
    };

    private readonly StoreFolder _folder = new();
    private readonly RecordingPlatform _platform = new("discord");
    private readonly RecordingPlatform _terminal = new("terminal");
    private readonly FakeTimeProvider _time = new(new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private DigestRoom? _room;

    public async ValueTask DisposeAsync()
    {
        if (_room is not null)
            await _room.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_digest_reads_as_a_reader_should_see_it()
    {
        var room = await OpenAsync();
        await room.FileAsync("A deal on the dam", published: "2026-11-20T08:00:00Z", text: Story);

        var preview = await room.AskAsync("/digest preview");

        Assert.Equal(
            """
            (Preview: nothing is posted, nothing counts as told.)
            # Morning digest · Friday 20 November 2026
            (The last 24 hours · 1 article from 1 source)
            1. A deal on the dam (20 November 2026 · The Gazette)
            """,
            string.Join('\n', PlainText.Of(preview).Take(4))
        );
        Assert.Equal("[Summary /summary #1] [Quotes /quotes #1] [Who /who #1]", PlainText.Of(preview)[^2]);
        Assert.Equal("(next: Monday 07:30, Europe/Berlin)", PlainText.Of(preview)[^1]);
    }

    [Fact]
    public async Task A_preview_shows_what_is_posted_and_consumes_nothing()
    {
        var room = await OpenAsync();
        for (var i = 0; i < 30; i++)
            await room.FileAsync(DigestRoom.Headline(i), text: $"{DigestRoom.Headline(i)}.");

        var preview = PlainText.Of(await room.AskAsync("/digest preview", isEditor: false));
        Assert.Equal(preview, PlainText.Of(await room.AskAsync("/digest", isEditor: false)));
        Assert.Empty(_platform.Shown);
        Assert.Equal(0, await room.QueryAsync<int>("SELECT COUNT(*) FROM digest_articles"));

        var answer = await room.AskAsync("/digest now");

        Assert.Equal(["Posted here: 22 articles."], PlainText.Of(answer));
        Assert.Equal(preview.Skip(1), _platform.Shown.SelectMany(p => PlainText.Of(p.Reply)));
    }

    [Fact]
    public async Task Only_administrators_post()
    {
        var room = await OpenAsync();
        await room.FileAsync("A deal on the dam");

        var answer = Assert.Single(PlainText.Of(await room.AskAsync("/digest now", isEditor: false)));

        Assert.StartsWith("Only people who may manage", answer, StringComparison.Ordinal);
        Assert.Empty(_platform.Shown);
    }

    [Fact]
    public async Task Asked_twice_the_second_says_that_there_is_nothing_new()
    {
        var room = await OpenAsync();
        await room.FileAsync("A deal on the dam");
        await room.AskAsync("/digest now");

        var answer = PlainText.Of(await room.AskAsync("/digest now"));

        Assert.Equal(["Nothing new here since Friday 13:00. /latest shows the newest."], answer);
        Assert.Single(_platform.Shown);
    }

    [Fact]
    public async Task With_no_article_there_is_nothing_new()
    {
        var room = await OpenAsync();

        Assert.Equal(
            ["Nothing new here. /latest shows the newest."],
            PlainText.Of(await room.AskAsync("/digest preview"))
        );
        Assert.Equal(["Nothing new here. /latest shows the newest."], PlainText.Of(await room.AskAsync("/digest now")));
    }

    [Fact]
    public async Task Where_no_digest_is_planned_one_can_be_asked_for()
    {
        var room = await OpenAsync();
        await room.FileAsync("A deal on the dam");

        var answer = await room.AskAsync("/digest now", "discord:2");

        Assert.Equal(["Posted here: 1 article."], PlainText.Of(answer));
        Assert.Equal("# Digest · Friday 20 November 2026", PlainText.Of(_platform.Shown[0].Reply)[0]);
        Assert.DoesNotContain("next:", PlainText.OfAll(_platform.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_terminal_may_set_off_any_digest_and_a_chat_only_its_own()
    {
        var room = await OpenAsync();
        await room.FileAsync("A deal on the dam");

        var elsewhere = PlainText.Of(await room.AskAsync("/digest now morning digest", "discord:2"));
        Assert.StartsWith("No digest is planned here.", elsewhere[0], StringComparison.Ordinal);

        var atTheDesk = PlainText.Of(await room.AskAsync("/digest now morning digest", "terminal"));
        Assert.Equal(["Posted to discord:1: 1 article."], atTheDesk);
        Assert.Equal("1", Assert.Single(_platform.Shown).Destination.Address);
    }

    [Fact]
    public async Task A_name_that_there_is_not_is_answered_with_those_that_there_are()
    {
        var room = await OpenAsync();

        Assert.Equal(
            ["There is no digest “evening” here. There is: “Morning digest”."],
            PlainText.Of(await room.AskAsync("/digest now evening"))
        );
    }

    [Fact]
    public async Task A_slip_in_what_to_do_is_answered_with_what_was_meant()
    {
        var room = await OpenAsync();

        Assert.Equal(
            ["There is no digest “lst” here. Did you mean /digest list?"],
            PlainText.Of(await room.AskAsync("/digest lst"))
        );
    }

    [Fact]
    public async Task The_list_shows_the_next_runs_in_local_time_and_in_UTC()
    {
        var room = await OpenAsync();

        Assert.Equal(
            """
            # 1 digest
            Morning digest · Monday to Friday at 07:30, Europe/Berlin, here
            * Monday 23 November 07:30 (06:30 UTC)
            * Tuesday 24 November 07:30 (06:30 UTC)
            * Wednesday 25 November 07:30 (06:30 UTC)
            """,
            string.Join('\n', PlainText.Of(await room.AskAsync("/digest list")))
        );
    }

    [Fact]
    public async Task The_list_tells_administrators_what_went_wrong()
    {
        var room = await OpenAsync();
        await room.FileAsync("A deal on the dam");
        _platform.AnswerNext(new PostOutcome.Unknown("no answer within 30 s"));

        var answer = PlainText.Of(await room.AskAsync("/digest now"));
        var list = PlainText.Of(await room.AskAsync("/digest list"));

        Assert.Equal(["It may have been posted here or not, so it is not sent again: no answer within 30 s"], answer);
        Assert.Equal(
            [
                "* Post 1, Friday 12:00: may have been posted here or not, and is not sent again: no answer within 30 s",
                "[1 arrived /digest sent 1] [Send 1 again /digest again 1]",
            ],
            list.TakeLast(2)
        );
        Assert.DoesNotContain(
            "no answer",
            string.Join(' ', PlainText.Of(await room.AskAsync("/digest list", isEditor: false))),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_went_wrong_here_is_listed_however_much_went_wrong_elsewhere_since()
    {
        var room = await OpenAsync();
        await room.FileAsync("A deal on the dam");
        _platform.AnswerNext(new PostOutcome.Unknown("no answer within 30 s"));
        await room.AskAsync("/digest now");
        await room.QueryAsync<int?>(
            """
            WITH RECURSIVE other (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM other WHERE n < 200)
            INSERT INTO outbox (destination, chat, batch, part, reply, key, state, not_before, created)
            SELECT 'discord:' || n, 'discord:' || n, n, 1, reply, n, state, not_before, created FROM outbox, other
            """
        );

        var list = PlainText.Of(await room.AskAsync("/digest list"));

        Assert.Equal("[1 arrived /digest sent 1] [Send 1 again /digest again 1]", list[^1]);
        Assert.Equal(["Noted: post 1 arrived."], PlainText.Of(await room.AskAsync("/digest sent 1")));
    }

    [Fact]
    public async Task A_place_that_is_closed_says_why()
    {
        var room = await OpenAsync();
        await room.FileAsync("A deal on the dam");
        _platform.Obstacle = "no rights";
        await room.Get<DestinationBook>()
            .PauseAsync(new("discord", "1"), "Missing Permissions", TestContext.Current.CancellationToken);

        Assert.Equal(["I can't post here: Missing Permissions"], PlainText.Of(await room.AskAsync("/digest now")));
    }

    [Fact]
    public async Task A_platform_that_is_not_connected_keeps_everything_owed()
    {
        _room = await DigestRoom.OpenAsync(_folder, _time, [Morning], _terminal);
        await _room.FileAsync("A deal on the dam");

        Assert.Equal(
            ["Nothing was posted to discord:1: that platform is not connected here."],
            PlainText.Of(await _room.AskAsync("/digest now Morning digest", "terminal"))
        );
        Assert.Equal(0, await _room.QueryAsync<int>("SELECT COUNT(*) FROM digest_articles"));
    }

    [Fact]
    public async Task A_headline_of_the_articles_own_words_shows_that_it_goes_on()
    {
        var room = await OpenAsync();
        await room.FileAsync("Talks on the dam reached a deal on Sunday", text: Story, hasOwnTitle: false);

        var preview = PlainText.Of(await room.AskAsync("/digest preview"));

        Assert.Contains(
            preview,
            l => l.StartsWith("1. Talks on the dam reached a deal on Sunday … (", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(preview, l => l.Contains("after a week of threats", StringComparison.Ordinal));
    }

    private async Task<DigestRoom> OpenAsync() =>
        _room = await DigestRoom.OpenAsync(_folder, _time, [Morning], _platform, _terminal);
}
