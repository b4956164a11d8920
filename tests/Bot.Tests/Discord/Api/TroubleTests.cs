using System.Net;
using Bot.Discord.Api;
using Bot.Discord.Api.Limits;
using Bot.Discord.Api.Wire;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Discord.Api;

/// <summary>Broken answers, broken lines, and being turned away.</summary>
public sealed class TroubleTests : IDisposable
{
    private readonly ScriptedDiscord discord = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => discord.Dispose();

    [Fact]
    public async Task A_broken_answer_is_asked_for_again_where_that_does_no_harm()
    {
        discord.SaysInTurn(Broken, Broken, () => ScriptedDiscord.Sent());

        var answer = await discord.RunAsync(discord.PostAsync(nonce: "n"));

        Assert.IsType<ApiAnswer<SentMessage>.Ok>(answer);
        Assert.Equal(3, discord.Requests.Count);
        Assert.True(discord.Requests[2].At - discord.Requests[1].At >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_post_without_a_nonce_is_not_repeated()
    {
        discord.SaysInTurn(Broken);

        var answer = await discord.RunAsync(discord.PostAsync());

        Assert.Contains("503", Assert.IsType<ApiAnswer<SentMessage>.Unknown>(answer).Why, StringComparison.Ordinal);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task It_gives_up_after_a_few_attempts()
    {
        discord.SaysInTurn(Broken);

        var answer = await discord.RunAsync(discord.Client.GetChannelAsync(new Snowflake(1), Cancellation));

        Assert.IsType<ApiAnswer<DiscordChannel>.Unknown>(answer);
        Assert.Equal(4, discord.Requests.Count);
    }

    [Fact]
    public async Task What_never_left_is_tried_again_and_then_told_as_such()
    {
        discord.Says = _ =>
            Task.FromException<HttpResponseMessage>(
                new HttpRequestException(HttpRequestError.ConnectionError, "nobody there")
            );

        var answer = await discord.RunAsync(discord.PostAsync());

        Assert.IsType<ApiAnswer<SentMessage>.Unreachable>(answer);
        Assert.Equal(4, discord.Requests.Count);
    }

    [Fact]
    public async Task A_line_that_cannot_be_opened_in_time_never_left_either()
    {
        using var handler = new SocketsHttpHandler
        {
            ConnectTimeout = TimeSpan.FromMilliseconds(20),
            ConnectCallback = async (_, cancellation) =>
            {
                await Task.Delay(Timeout.Infinite, cancellation);
                return Stream.Null;
            },
        };
        using var nobody = new HttpClient(handler);
        discord.Says = _ => nobody.GetAsync(new Uri("http://nobody.test"), Cancellation);

        Assert.IsType<ApiAnswer<SentMessage>.Unreachable>(await discord.RunAsync(discord.PostAsync()));
    }

    [Fact]
    public async Task A_line_that_breaks_after_sending_leaves_it_unknown()
    {
        discord.Says = _ =>
            Task.FromException<HttpResponseMessage>(new HttpRequestException(HttpRequestError.ResponseEnded, "cut"));

        Assert.IsType<ApiAnswer<SentMessage>.Unknown>(await discord.RunAsync(discord.PostAsync()));
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task No_answer_in_time_leaves_it_unknown()
    {
        discord.Says = _ => new TaskCompletionSource<HttpResponseMessage>().Task;

        Assert.IsType<ApiAnswer<SentMessage>.Unknown>(await discord.RunAsync(discord.PostAsync()));
    }

    [Fact]
    public async Task A_wrong_token_stops_everything_with_the_mend()
    {
        discord.SaysInTurn(() =>
            ScriptedDiscord.Answer(HttpStatusCode.Unauthorized, """{"message":"401: Unauthorized","code":0}""")
        );

        var first = await discord.PostAsync();
        var second = await discord.Client.GetGatewayAsync(Cancellation);

        Assert.Contains(
            "developer portal",
            Assert.IsType<ApiAnswer<SentMessage>.Stopped>(first).Why,
            StringComparison.Ordinal
        );
        Assert.IsType<ApiAnswer<GatewayPlan>.Stopped>(second);
        Assert.Single(discord.Requests);
    }

    [Fact]
    public async Task An_interaction_that_is_too_old_says_nothing_of_the_bots_token()
    {
        discord.SaysInTurn(
            () =>
                ScriptedDiscord.Answer(
                    HttpStatusCode.Unauthorized,
                    """{"message":"Invalid Webhook Token","code":50027}"""
                ),
            () => ScriptedDiscord.Sent()
        );

        var late = await discord.Client.EditOriginalAsync(new Snowflake(1), "t", new MessageBody(), [], Cancellation);

        Assert.Equal(50027, Assert.IsType<ApiAnswer<SentMessage>.Refused>(late).Code);
        Assert.IsType<ApiAnswer<SentMessage>.Ok>(await discord.PostAsync());
    }

    [Fact]
    public async Task What_is_forbidden_is_told_to_the_caller_and_stops_nothing()
    {
        discord.SaysInTurn(
            () => ScriptedDiscord.Answer(HttpStatusCode.Forbidden, """{"message":"Missing Access","code":50001}"""),
            () => ScriptedDiscord.Sent()
        );

        Assert.Equal(50001, Assert.IsType<ApiAnswer<SentMessage>.Refused>(await discord.PostAsync()).Code);
        Assert.IsType<ApiAnswer<SentMessage>.Ok>(await discord.PostAsync());
    }

    [Fact]
    public async Task Many_refusals_raise_one_alarm_and_then_hold_everything_back()
    {
        for (var i = 0; i < InvalidRequests.Most; i++)
            discord.Invalid.Count(403, scope: null, isOwnToken: true);

        var held = Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(await discord.PostAsync());
        discord.Time.Advance(TimeSpan.FromMinutes(10));
        var after = await discord.PostAsync();

        Assert.Equal((TimeSpan.FromMinutes(10), LimitScope.OurOwn), (held.After, held.Scope));
        Assert.IsType<ApiAnswer<SentMessage>.Ok>(after);
        Assert.Single(discord.Logs.Lines, l => l.Level == LogLevel.Error);
    }

    [Theory]
    [InlineData(429, LimitScope.Shared)]
    [InlineData(404, null)]
    [InlineData(400, null)]
    public void What_Discord_does_not_count_is_not_counted(int status, object? scope)
    {
        for (var i = 0; i < InvalidRequests.Most; i++)
            discord.Invalid.Count(status, (LimitScope?)scope, isOwnToken: true);

        Assert.Null(discord.Invalid.Wait);
    }

    [Fact]
    public async Task No_token_is_ever_logged()
    {
        discord.SaysInTurn(Broken, () => ScriptedDiscord.TooMany("user", "1"), () => ScriptedDiscord.Sent());
        await discord.RunAsync(discord.PostAsync(nonce: "n"));
        await discord.RunAsync(
            discord.Client.EditOriginalAsync(new Snowflake(1), "interaction-token", new MessageBody(), [], Cancellation)
        );

        Assert.NotEmpty(discord.Logs.Lines);
        Assert.DoesNotContain(
            discord.Logs.Lines,
            l =>
                l.Line.Contains(ScriptedDiscord.Token, StringComparison.Ordinal)
                || l.Line.Contains("interaction-token", StringComparison.Ordinal)
        );
    }

    private static HttpResponseMessage Broken() =>
        ScriptedDiscord.Answer(HttpStatusCode.ServiceUnavailable, "upstream connect error");
}
