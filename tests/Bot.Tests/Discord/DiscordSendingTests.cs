using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;
using Bot.Tests.Contract;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord;

/// <summary>Posts under trouble: each is there once, in its order, or is known not to be.</summary>
public sealed class DiscordSendingTests
{
    private const string Send = "POST /channels/{channel_id}/messages";
    private const string Open = "POST /channels/{channel_id}/threads";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 7, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Fault> InDoubt =>
        new()
        {
            new Fault.LostAnswer(),
            new Fault.LostRequest(),
            new Fault.BrokenJson(),
            new Fault.NeverAnswered(),
            new Fault.ServerError(500),
            new Fault.ServerError(502, IsPage: true),
        };

    [Theory]
    [MemberData(nameof(InDoubt))]
    public async Task A_post_in_doubt_is_sent_again_under_the_same_nonce_and_is_there_once(Fault fault)
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Discord.Faults.Add(Send, fault, desk.Channel);

        await desk.QueueAsync(desk.Channel, "Part 1.", "Part 2.");
        var posts = await desk.ComesAsync(desk.Channel, posts: 2);

        Assert.Equal(["Part 1.", "Part 2."], posts.Select(Words));
        var nonces = desk.Discord.Requests.Of(Send).Select(r => (string?)r.Body!["nonce"]).ToList();
        Assert.Equal(3, nonces.Count);
        Assert.Equal(nonces[0], nonces[1]);
        Assert.NotEqual(nonces[1], nonces[2]);
    }

    [Theory]
    [MemberData(nameof(InDoubt))]
    public async Task A_thread_in_doubt_is_looked_up_in_its_forum_and_is_there_once(Fault fault)
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var forum = desk.Guild.AddForum("reading");
        desk.Discord.Faults.Add(Open, fault, forum);

        await desk.QueueAsync(forum, "A digest.", "Its second part.");
        await desk.PassUntilAsync(() => forum.Threads is [{ BotMessages.Count: 2 }], "a thread of two messages");
        await SettledAsync(desk);

        Assert.Equal(["A digest.", "Its second part."], Assert.Single(forum.Threads).BotMessages.Select(Words));
        Assert.NotEmpty(desk.Discord.Requests.Of("GET /guilds/{guild_id}/threads/active"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_doubt_that_outlives_the_nonce_is_listed_and_settled_by_a_button(bool isThere)
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Discord.Faults.Add(Send, isThere ? new Fault.LostAnswer() : new Fault.LostRequest(), desk.Channel);
        desk.Discord.Faults.Add(Send, new Fault.ServerError(503), desk.Channel, times: 100);
        await desk.QueueAsync(desk.Channel, "A digest.");
        await desk.PassUntilAsync(
            async () => await desk.QueryAsync<int>("SELECT COUNT(*) FROM outbox WHERE state = 'unknown'") == 1,
            "the doubt is too old"
        );
        desk.Discord.Faults.Clear();

        var list = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "digest list");
        var done = await desk
            .Ann.Presses(list, isThere ? "1 arrived" : "Send 1 again")
            .WaitForAnswerAsync(Cancellation);
        var posts = await desk.ComesAsync(desk.Channel);
        var after = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "digest list");

        Assert.Contains(
            "may have been posted here or not, and is not sent again: Discord gave no clear answer",
            TranscriptText.Of(list),
            StringComparison.Ordinal
        );
        Assert.Contains(
            isThere ? "Noted: post 1 arrived." : "Post 1 is queued again.",
            TranscriptText.Of(done),
            StringComparison.Ordinal
        );
        Assert.Equal("A digest.", Words(Assert.Single(posts)));
        Assert.DoesNotContain("may have been posted", TranscriptText.Of(after), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("user", 40, 1)]
    [InlineData("shared", 40, 1)]
    [InlineData("user", 2, 9)]
    [InlineData("shared", 2, 9)]
    public async Task A_limit_of_one_channel_loses_nothing_and_holds_up_no_other_and_no_answer(
        string scope,
        int seconds,
        int times
    )
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var other = desk.Guild.AddTextChannel("reading");
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");
        desk.Discord.Faults.Add(Send, new Fault.Limited(TimeSpan.FromSeconds(seconds), scope), desk.Channel, times);

        await desk.QueueAsync(desk.Channel, "Part 1.", "Part 2.", "Part 3.");
        await desk.UntilAsync(
            () => Task.FromResult(desk.Discord.Requests.Of(Send).Any(r => r.Status == 429)),
            "the channel is limited"
        );
        await desk.QueueAsync(other, "Another digest.");
        var free = await desk.ComesAsync(other);
        var answer = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "latest");
        Assert.Empty(DiscordDesk.Posts(desk.Channel));
        var posts = await desk.ComesAsync(desk.Channel, posts: 3);

        Assert.Single(free);
        Assert.NotEmpty(answer.Embeds);
        Assert.Equal(["Part 1.", "Part 2.", "Part 3."], posts.Select(Words));
        Assert.Equal(times, desk.Discord.Requests.Of(Send).Count(r => r.Status == 429));
    }

    [Fact]
    public async Task A_limit_of_all_channels_is_kept_in_all_and_loses_nothing()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var channels = Enumerable.Range(1, 8).Select(i => desk.Guild.AddTextChannel($"news-{i}")).ToList();
        desk.Discord.Faults.Add(Send, new Fault.Limited(TimeSpan.FromSeconds(40), "global"));
        await desk.QueueAsync(desk.Channel, "First.");
        await desk.UntilAsync(
            () => Task.FromResult(desk.Discord.Requests.Of(Send).Any(r => r.Status == 429)),
            "all is limited"
        );

        foreach (var channel in channels)
            await desk.QueueAsync(channel, "Part 1.", "Part 2.");
        foreach (var channel in channels)
            Assert.Equal(["Part 1.", "Part 2."], (await desk.ComesAsync(channel, posts: 2)).Select(Words));

        await desk.ComesAsync(desk.Channel);
        var calls = desk.Discord.Requests.Of(Send);
        Assert.InRange(calls[1].At - calls[0].At, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(80));
        Assert.Equal(1, calls.Count(c => c.Status == 429));
    }

    [Theory]
    [InlineData(20016)]
    [InlineData(20022)]
    [InlineData(20028)]
    public async Task A_channel_that_is_written_to_too_fast_waits_and_loses_nothing(int code)
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Discord.Faults.Add(Send, new Fault.Refuses(400, code, "Slow down"), desk.Channel, times: 2);

        await desk.QueueAsync(desk.Channel, "Part 1.", "Part 2.");
        var posts = await desk.ComesAsync(desk.Channel, posts: 2);

        Assert.Equal(["Part 1.", "Part 2."], posts.Select(Words));
    }

    [Fact]
    public async Task A_server_error_that_lasts_is_waited_out_and_the_order_is_kept()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Discord.Faults.Add(Send, new Fault.ServerError(503), desk.Channel, times: 10);

        await desk.QueueAsync(desk.Channel, "Part 1.", "Part 2.");
        var posts = await desk.ComesAsync(desk.Channel, posts: 2);

        Assert.Equal(["Part 1.", "Part 2."], posts.Select(Words));
    }

    [Fact]
    public async Task After_a_token_that_Discord_does_not_know_nothing_is_asked_and_posts_wait_for_the_right_one()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Bot.IsTokenGood = false;
        await desk.QueueAsync(desk.Channel, "Part 1.", "Part 2.");
        await desk.UntilAsync(
            async () => await desk.QueryAsync<string>("SELECT why FROM outbox WHERE part = 1") == "why.discord-token",
            "the token is refused"
        );
        var asked = desk.Discord.Requests.All.Count;

        for (var i = 0; i < 3; i++)
        {
            clock.Advance(TimeSpan.FromMinutes(6));
            var now = $"{clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss}";
            await desk.PassUntilAsync(
                async () =>
                    await desk.QueryAsync<int>(
                        $"SELECT count(*) FROM outbox WHERE part = 1 AND state = 'waiting' AND not_before > '{now}'"
                    ) > 0,
                "the post waits again"
            );
        }

        await desk.QueueAsync(desk.Channel, "Part 3.");
        Assert.Equal(asked, desk.Discord.Requests.All.Count);
        await desk.RestartAsync(() => desk.Bot.IsTokenGood = true);
        var posts = await desk.ComesAsync(desk.Channel, posts: 3);

        Assert.Equal(["Part 1.", "Part 2.", "Part 3."], posts.Select(Words));
    }

    [Fact]
    public async Task What_Discord_will_never_take_fails_alone_and_is_listed_with_what_is_wrong()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");
        desk.Discord.Faults.Add(Send, new Fault.Refuses(400, 50035, "Invalid Form Body"), desk.Channel);

        await desk.QueueAsync(desk.Channel, "Part 1.", "Part 2.", "Part 3.");
        var posts = await desk.ComesAsync(desk.Channel, posts: 2);
        var list = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "digest list");

        Assert.Equal(["Part 2.", "Part 3."], posts.Select(Words));
        Assert.Contains(
            "not posted here: the platform refused it: Invalid Form Body",
            TranscriptText.Of(list),
            StringComparison.Ordinal
        );
    }

    internal static string Words(Message message) => PlainMarkdown.Of(message).Trim();

    private static Task SettledAsync(DiscordDesk desk) =>
        desk.PassUntilAsync(
            async () => await desk.QueryAsync<int>("SELECT COUNT(*) FROM outbox WHERE state <> 'sent'") == 0,
            "all is sent"
        );
}
