using Bot.Discord.Api;
using Bot.Discord.Api.Limits;
using Bot.Discord.Api.Wire;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;

namespace Bot.Tests.Discord.Emulated;

/// <summary>Limits, lost answers and refusals: what is asked again, and when.</summary>
public sealed class AskingAgainTests
{
    private const string Posting = "POST /channels/{channel_id}/messages";

    private const string Reading = "GET /channels/{channel_id}";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<Fault> Losses =>
        [new Fault.LostRequest(), new Fault.LostAnswer(), new Fault.ServerError(502, IsPage: true)];

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_message_with_a_nonce_arrives_once_whatever_was_lost(Fault loss)
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Emulator.Faults.Add(Posting, loss, times: 2);

        var answer = await room.PassUntilAsync(room.PostAsync("Digest", nonce: "d1-17"));

        Assert.Equal(ClientRoom.IdOf(Assert.Single(room.News.BotMessages).Id), Ok(answer).Id);
        Assert.Equal(3, room.Emulator.Requests.Of(Posting).Count);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_given_up_and_asked_for_again()
    {
        await using var room = await ClientRoom.OpenAsync(patience: TimeSpan.FromSeconds(20));
        room.Emulator.Faults.Add(Posting, new Fault.NeverAnswered());

        var answer = await room.PassUntilAsync(room.PostAsync("Digest", nonce: "d1-17"));

        Assert.Equal(ClientRoom.IdOf(Assert.Single(room.News.BotMessages).Id), Ok(answer).Id);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task The_same_nonce_in_another_channel_is_another_message()
    {
        await using var room = await ClientRoom.OpenAsync();
        var other = room.Guild.AddTextChannel("other");

        await room.PostAsync("Digest", nonce: "d1-17");
        await room.PostAsync("Digest", nonce: "d1-17", channel: other);

        Assert.Single(room.News.BotMessages);
        Assert.Single(other.BotMessages);
    }

    [Theory]
    [MemberData(nameof(Losses))]
    public async Task A_message_without_a_nonce_is_sent_once_and_its_fate_unknown(Fault loss)
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Emulator.Faults.Add(Posting, loss);

        var answer = await room.PassUntilAsync(room.PostAsync("Digest"));

        Assert.IsType<ApiAnswer<SentMessage>.Unknown>(answer);
        Assert.Single(room.Emulator.Requests.Of(Posting));
    }

    [Theory]
    [InlineData("user", LimitScope.User)]
    [InlineData("shared", LimitScope.Shared)]
    [InlineData("global", LimitScope.Global)]
    internal async Task A_limit_is_waited_for_and_told_where_it_is_too_long(string scope, LimitScope told)
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Emulator.Faults.Add(Posting, new Fault.Limited(TimeSpan.FromSeconds(7), scope));

        Ok(await room.PassUntilAsync(room.PostAsync("Digest")));
        room.Emulator.Faults.Add(Posting, new Fault.Limited(TimeSpan.FromMinutes(5), scope));
        var held = await room.PassUntilAsync(room.PostAsync("Digest"));
        var asked = room.Emulator.Requests.Of(Posting);
        var heldAgain = await room.PostAsync("Digest");

        Assert.True(asked[1].At - asked[0].At >= TimeSpan.FromSeconds(7));
        Assert.Equal(told, Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(held).Scope);
        Assert.Equal(told, Assert.IsType<ApiAnswer<SentMessage>.RateLimited>(heldAgain).Scope);
        Assert.Equal(3, room.Emulator.Requests.Of(Posting).Count);
        Assert.Single(room.News.BotMessages);
    }

    [Theory]
    [InlineData("user", false)]
    [InlineData("shared", false)]
    [InlineData("global", true)]
    public async Task A_limit_of_one_channel_halts_no_other_and_a_global_one_does(string scope, bool isHalted)
    {
        await using var room = await ClientRoom.OpenAsync();
        var other = room.Guild.AddTextChannel("other");
        room.Emulator.Faults.Add(Posting, new Fault.Limited(TimeSpan.FromSeconds(7), scope), room.News);

        var posting = room.PostAsync("Digest");
        await room.Emulator.WaitForRequestsAsync(Posting, 1, Cancellation);
        await ClientRoom.UntilAsync(() => room.Logs.Lines.Any(l => l.Line.Contains("halts", StringComparison.Ordinal)));
        var at = room.Time.GetUtcNow();
        Ok(await room.PassUntilAsync(room.PostAsync("Digest", channel: other)));
        var asked = room.Emulator.Requests.Of(Posting);
        Ok(await room.PassUntilAsync(posting));

        var otherAt = asked.First(a => a.Path.Contains($"{other.Id}", StringComparison.Ordinal)).At;
        Assert.Equal(isHalted, otherAt - at >= TimeSpan.FromSeconds(6));
    }

    [Fact]
    public async Task Many_messages_to_one_channel_all_arrive_and_no_limit_is_met()
    {
        await using var room = await ClientRoom.OpenAsync();

        var posts = Enumerable.Range(0, 22).Select(i => room.PostAsync($"{i}")).ToList();
        await room.PassUntilAsync(() => posts.TrueForAll(p => p.IsCompleted));

        Assert.Equal(22, room.News.BotMessages.Select(m => m.Content).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(0, room.Emulator.InvalidRequests);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task Many_messages_to_many_channels_meet_no_global_limit()
    {
        await using var room = await ClientRoom.OpenAsync();
        var channels = Enumerable.Range(0, 130).Select(i => room.Guild.AddTextChannel($"c{i}")).ToList();

        var posts = channels.ConvertAll(c => room.PostAsync("Digest", channel: c));
        await room.PassUntilAsync(() => posts.TrueForAll(p => p.IsCompleted));

        Assert.All(channels, c => Assert.Single(c.BotMessages));
        Assert.Equal(0, room.Emulator.InvalidRequests);
        Assert.Empty(room.Emulator.Refusals);
    }

    [Fact]
    public async Task A_broken_server_is_asked_again_with_growing_rests_and_no_more_than_four_times()
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Emulator.Faults.Add(Reading, new Fault.ServerError(503), times: 3);
        var id = ClientRoom.IdOf(room.News.Id);

        Ok(await room.PassUntilAsync(room.Client.GetChannelAsync(id, Cancellation)));
        var asked = room.Emulator.Requests.Of(Reading);
        room.Emulator.Faults.Add(Reading, new Fault.ServerError(500), times: 4);
        var lost = await room.PassUntilAsync(room.Client.GetChannelAsync(id, Cancellation));

        var rests = asked.Zip(asked.Skip(1), (one, next) => (next.At - one.At).TotalSeconds).ToList();
        Assert.True(rests[0] >= 0.5 && rests[1] >= 1 && rests[2] >= 2, string.Join(' ', rests));
        Assert.IsType<ApiAnswer<DiscordChannel>.Unknown>(lost);
        Assert.Equal(8, room.Emulator.Requests.Of(Reading).Count);
    }

    [Fact]
    public async Task A_refused_token_stops_every_question()
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Bot.IsTokenGood = false;

        var first = await room.PostAsync("Digest");
        var second = await room.Client.GetGatewayAsync(Cancellation);

        Assert.Contains(
            "developer portal",
            Assert.IsType<ApiAnswer<SentMessage>.Stopped>(first).Why,
            StringComparison.Ordinal
        );
        Assert.IsType<ApiAnswer<GatewayPlan>.Stopped>(second);
        Assert.Single(room.Emulator.Requests.All);
    }

    [Fact]
    public async Task What_the_bot_may_not_do_comes_back_with_its_code()
    {
        await using var room = await ClientRoom.OpenAsync();
        var hidden = room.Guild.AddTextChannel("hidden");
        hidden.Overwrite(room.Guild.Everyone, deny: Permissions.ViewChannel);
        room.News.Overwrite(room.Guild.Everyone, deny: Permissions.SendMessages);
        var gone = room.Guild.AddTextChannel("gone");
        gone.Delete();

        Assert.Equal((403, 50013), CodeOf(await room.PostAsync("Digest")));
        Assert.Equal((403, 50001), CodeOf(await room.PostAsync("Digest", channel: hidden)));
        Assert.Equal((404, 10003), CodeOf(await room.PostAsync("Digest", channel: gone)));
        Assert.Equal(3, room.Emulator.Requests.All.Count);
    }

    [Fact]
    public async Task A_field_that_is_wrong_is_named()
    {
        await using var room = await ClientRoom.OpenAsync();

        var answer = await room.Client.CreateMessageAsync(
            ClientRoom.IdOf(room.News.Id),
            new MessageBody { Embeds = [new Embed { Title = new string('a', 257) }] },
            [],
            Cancellation
        );

        var refused = Assert.IsType<ApiAnswer<SentMessage>.Refused>(answer);
        Assert.Equal((400, 50035), (refused.Status, refused.Code));
        Assert.Equal("embeds.0.title", Assert.Single(refused.Faults).Path);
    }

    [Fact]
    public async Task An_answer_that_cannot_be_read_is_an_unknown_fate()
    {
        await using var room = await ClientRoom.OpenAsync();
        room.Emulator.Faults.Add(Posting, new Fault.BrokenJson());

        Assert.IsType<ApiAnswer<SentMessage>.Unknown>(await room.PostAsync("Digest", nonce: "d1-17"));
        Assert.Single(room.News.BotMessages);
    }

    private static (int, int) CodeOf(ApiAnswer<SentMessage> answer)
    {
        var refused = Assert.IsType<ApiAnswer<SentMessage>.Refused>(answer);
        return (refused.Status, refused.Code);
    }

    private static T Ok<T>(ApiAnswer<T> answer) => Assert.IsType<ApiAnswer<T>.Ok>(answer).Value;
}
