using System.Globalization;
using System.Net;
using Bot.Discord.Api;
using Bot.Discord.Api.Limits;
using Bot.Discord.Api.Wire;

namespace Bot.Tests.Discord.Api;

public sealed class RateLimitTests : IDisposable
{
    private readonly ScriptedDiscord discord = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => discord.Dispose();

    [Fact]
    public async Task Until_Discord_has_answered_once_a_route_is_asked_one_by_one()
    {
        var gate = new TaskCompletionSource();
        discord.Says = async _ =>
        {
            await gate.Task;
            return ScriptedDiscord.Sent(ScriptedDiscord.Limits("b", 5, 4, "5"));
        };

        var posts = Posts(3);
        await discord.UntilAskedAsync(1);
        await Task.Delay(30, Cancellation);
        var before = discord.Requests.Count;
        gate.SetResult();
        await Task.WhenAll(posts);

        Assert.Equal(1, before);
        Assert.Equal(3, discord.Requests.Count);
    }

    [Fact]
    public async Task A_burst_never_asks_for_more_than_is_granted()
    {
        var server = new FiveInFiveSeconds(discord);
        discord.Says = server.Answer;

        var answers = await discord.RunAsync(Task.WhenAll(Posts(10)));

        Assert.All(answers, a => Assert.IsType<ApiAnswer<SentMessage>.Ok>(a));
        Assert.Equal(0, server.Refused);
        Assert.Equal(10, discord.Requests.Count);
    }

    [Fact]
    public async Task Posts_of_one_channel_leave_in_the_windows_in_which_their_turn_comes()
    {
        var server = new FiveInFiveSeconds(discord);
        discord.Says = server.Answer;

        var posts = Enumerable.Range(0, 10).Select(i => discord.PostAsync($"{i}")).ToList();
        await discord.RunAsync(Task.WhenAll(posts));

        // Those of one window are under way together, and the network may turn them round; nobody overtakes into another window.
        Assert.Equal(
            Enumerable.Range(0, 10).Select(i => $"{{\"content\":\"{i}\",\"allowed_mentions\":{{\"parse\":[]}}}}"),
            discord
                .Requests.Select(r => r.Body)
                .Chunk(FiveInFiveSeconds.Most)
                .SelectMany(w => w.Order(StringComparer.Ordinal))
        );
    }

    [Fact]
    public async Task A_wait_that_is_too_long_is_handed_back()
    {
        discord.SaysInTurn(() => ScriptedDiscord.Sent(ScriptedDiscord.Limits("b", 1, 0, "42.5")));
        await discord.PostAsync();

        var held = Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(await discord.PostAsync());

        Assert.Equal(TimeSpan.FromSeconds(42.5), held.After);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task Channels_have_limits_of_their_own()
    {
        discord.SaysInTurn(() => ScriptedDiscord.Sent(ScriptedDiscord.Limits("b", 1, 0, "42")));
        await discord.PostAsync();

        Assert.IsType<ApiAnswer<SentMessage>.Ok>(await discord.PostAsync(channel: new Snowflake(12)));
    }

    [Fact]
    public async Task Routes_of_one_bucket_share_what_is_left()
    {
        discord.SaysInTurn(
            () => ScriptedDiscord.Sent(ScriptedDiscord.Limits("shared", 5, 4, "30")),
            () => ScriptedDiscord.Sent(ScriptedDiscord.Limits("shared", 5, 0, "30"))
        );
        await discord.PostAsync();
        await discord.Client.EditMessageAsync(
            ScriptedDiscord.Channel,
            new Snowflake(1),
            new MessageBody(),
            Cancellation
        );

        Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(await discord.PostAsync());
    }

    [Theory]
    [InlineData("user", LimitScope.User)]
    [InlineData("shared", LimitScope.Shared)]
    [InlineData("unheard-of", LimitScope.User)]
    public async Task A_halt_for_one_channel_halts_no_other(string scope, object expected)
    {
        discord.SaysInTurn(() => ScriptedDiscord.TooMany(scope, "60"), () => ScriptedDiscord.Sent());

        var held = Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(await discord.PostAsync());
        var again = Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(await discord.PostAsync());
        var other = await discord.PostAsync(channel: new Snowflake(12));

        Assert.Equal((TimeSpan.FromSeconds(60), (LimitScope)expected), (held.After, held.Scope));
        Assert.Equal((LimitScope)expected, again.Scope);
        Assert.IsType<ApiAnswer<SentMessage>.Ok>(other);
    }

    [Fact]
    public async Task A_global_halt_halts_all_but_interactions()
    {
        discord.SaysInTurn(
            () => ScriptedDiscord.TooMany("global", "60", isGlobal: true),
            () => ScriptedDiscord.Answer(HttpStatusCode.NoContent, "")
        );
        await discord.PostAsync();

        var other = await discord.PostAsync(channel: new Snowflake(12));
        var callback = await discord.Client.AnswerInteractionAsync(
            new Snowflake(3),
            "t",
            new UpdateLater(),
            Cancellation
        );

        Assert.Equal(LimitScope.Global, Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(other).Scope);
        Assert.IsType<ApiAnswer<Done>.Ok>(callback);
    }

    [Fact]
    public async Task A_short_halt_is_waited_out()
    {
        discord.SaysInTurn(() => ScriptedDiscord.TooMany("user", "2.5"), () => ScriptedDiscord.Sent());

        var answer = await discord.RunAsync(discord.PostAsync());

        Assert.IsType<ApiAnswer<SentMessage>.Ok>(answer);
        Assert.True(discord.Requests[1].At - discord.Requests[0].At >= TimeSpan.FromSeconds(2.5));
    }

    [Fact]
    public async Task The_outer_guard_that_says_nothing_of_how_long_halts_everything_for_a_while()
    {
        discord.SaysInTurn(() => ScriptedDiscord.Answer(HttpStatusCode.TooManyRequests, "<html>error 1015</html>"));

        var held = Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(await discord.PostAsync());

        Assert.Equal((TimeSpan.FromSeconds(60), LimitScope.Global), (held.After, held.Scope));
    }

    [Fact]
    public async Task No_more_than_fifty_are_asked_within_a_second()
    {
        var posts = Enumerable.Range(100, 130).Select(c => discord.PostAsync(channel: new Snowflake((ulong)c)));

        await discord.RunAsync(Task.WhenAll(posts));

        var times = discord.Requests.Select(r => r.At).ToList();
        Assert.Equal(130, times.Count);
        Assert.All(times, t => Assert.InRange(times.Count(o => o > t - TimeSpan.FromSeconds(1) && o <= t), 1, 50));
    }

    [Fact]
    public async Task What_is_still_out_counts_among_the_fifty()
    {
        var gate = new TaskCompletionSource();
        discord.Says = async _ =>
        {
            await gate.Task;
            return ScriptedDiscord.Sent();
        };
        var posts = Enumerable.Range(100, 60).Select(c => discord.PostAsync(channel: new Snowflake((ulong)c))).ToList();
        await discord.UntilAskedAsync(50);

        discord.Time.Advance(TimeSpan.FromSeconds(5));
        await Task.Delay(30, Cancellation);
        var early = discord.Requests.Count;
        gate.SetResult();
        await discord.RunAsync(Task.WhenAll(posts));

        Assert.Equal(50, early);
        Assert.Equal(60, discord.Requests.Count);
    }

    [Fact]
    public async Task An_answer_that_was_under_way_does_not_shorten_a_halt()
    {
        var late = new TaskCompletionSource();
        discord.Says = async asked =>
        {
            if (asked.Number == 2)
                return ScriptedDiscord.TooMany("user", "300");
            if (asked.Number == 1)
                await late.Task;
            return ScriptedDiscord.Sent(ScriptedDiscord.Limits("b", 5, 4, "2"));
        };
        await discord.PostAsync();
        var slow = discord.PostAsync();
        await discord.PostAsync();

        late.SetResult();
        await slow;
        var held = Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(await discord.PostAsync());

        Assert.Equal(TimeSpan.FromSeconds(300), held.After);
    }

    [Fact]
    public async Task Whoever_gives_up_while_waiting_leaves_the_others_their_turn()
    {
        var gate = new TaskCompletionSource();
        discord.Says = async _ =>
        {
            await gate.Task;
            return ScriptedDiscord.Sent();
        };
        var first = discord.PostAsync();
        using var gone = new CancellationTokenSource();
        var second = discord.Client.CreateMessageAsync(ScriptedDiscord.Channel, new MessageBody(), [], gone.Token);
        var third = discord.PostAsync();

        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.SetResult();

        Assert.IsType<ApiAnswer<SentMessage>.Ok>(await first);
        Assert.IsType<ApiAnswer<SentMessage>.Ok>(await third);
    }

    private List<Task<ApiAnswer<SentMessage>>> Posts(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => discord.PostAsync())];

    /// <summary>A server that counts as Discord does, and refuses what is too much.</summary>
    private sealed class FiveInFiveSeconds(ScriptedDiscord discord)
    {
        public const int Most = 5;

        private readonly Lock door = new();

        private DateTimeOffset resetAt;

        private int left;

        public int Refused { get; private set; }

        public Task<HttpResponseMessage> Answer(ScriptedDiscord.Asked asked)
        {
            lock (door)
            {
                var now = discord.Time.GetUtcNow();
                if (now >= resetAt)
                    (resetAt, left) = (now + TimeSpan.FromSeconds(5), Most);
                var after = (resetAt - now).TotalSeconds.ToString(CultureInfo.InvariantCulture);
                if (left == 0)
                {
                    Refused++;
                    return Task.FromResult(ScriptedDiscord.TooMany("user", after));
                }

                left--;
                var window = resetAt.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
                return Task.FromResult(ScriptedDiscord.Sent(ScriptedDiscord.Limits("five", 5, left, after, window)));
            }
        }
    }
}
