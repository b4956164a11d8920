namespace Bot.Tests.Emulators.Discord;

public sealed class InteractionTimeTests
{
    private const int Message = 4;
    private const int Deferred = 5;

    [Fact]
    public async Task An_interaction_is_lost_after_three_seconds_and_not_before()
    {
        await using var room = await DiscordRoom.OpenAsync();
        await room.RegisterAsync();

        var inTime = room.Ann.UsesCommand(room.News, "quotes");
        room.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(204, (await room.AnswerAsync(inTime, Message, new { content = "One." })).Status);

        var late = room.Ann.UsesCommand(room.News, "quotes");
        room.Time.Advance(TimeSpan.FromSeconds(3.001));
        Assert.Equal(10062, DiscordRoom.CodeOf(await room.AnswerAsync(late, Message, new { content = "Two." })));
        Assert.Equal(TimeSpan.FromSeconds(3), inTime.AcknowledgedAfter);
        Assert.Null(late.AcknowledgedAfter);
    }

    [Fact]
    public async Task A_token_opens_the_answer_for_a_quarter_of_an_hour()
    {
        await using var room = await DiscordRoom.OpenAsync();
        await room.RegisterAsync();
        var asked = room.Ann.UsesCommand(room.News, "quotes");
        await room.AnswerAsync(asked, Deferred);

        room.Time.Advance(TimeSpan.FromMinutes(15));
        var inTime = await room.FollowAsync(
            HttpMethod.Patch,
            asked,
            "/messages/%40original",
            new { content = "There." }
        );
        room.Time.Advance(TimeSpan.FromSeconds(1));
        var late = await room.FollowAsync(HttpMethod.Post, asked, "", new { content = "More." });

        Assert.Equal(200, inTime.Status);
        Assert.Equal(50027, DiscordRoom.CodeOf(late));
        Assert.Equal("There.", asked.Original?.Content);
    }

    [Fact]
    public async Task Nothing_can_follow_what_was_not_answered()
    {
        await using var room = await DiscordRoom.OpenAsync();
        await room.RegisterAsync();
        var asked = room.Ann.UsesCommand(room.News, "quotes");

        Assert.Equal(
            10015,
            DiscordRoom.CodeOf(await room.FollowAsync(HttpMethod.Post, asked, "", new { content = "a" }))
        );
        Assert.Contains(room.Emulator.Refusals, r => r.Sentence.Contains("not answered yet", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_second_answer_is_refused()
    {
        await using var room = await DiscordRoom.OpenAsync();
        await room.RegisterAsync();
        var asked = room.Ann.UsesCommand(room.News, "quotes");
        await room.AnswerAsync(asked, Deferred);

        Assert.Equal(40060, DiscordRoom.CodeOf(await room.AnswerAsync(asked, Message, new { content = "a" })));
    }

    [Fact]
    public async Task A_follow_up_to_what_is_still_deferred_fills_it_in_and_is_noted()
    {
        await using var room = await DiscordRoom.OpenAsync();
        await room.RegisterAsync();
        var asked = room.Ann.UsesCommand(room.News, "quotes");
        await room.AnswerAsync(asked, Deferred);

        await room.FollowAsync(HttpMethod.Post, asked, "", new { content = "There." });

        Assert.Empty(asked.FollowUps);
        Assert.Equal("There.", asked.Original?.Content);
        Assert.Contains(
            room.Emulator.Refusals,
            r => r.Sentence.Contains("edit the original", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_nonce_is_forgotten_after_five_minutes_and_only_enforced_where_asked()
    {
        await using var room = await DiscordRoom.OpenAsync();
        var digest = new
        {
            content = "Digest",
            nonce = "7",
            enforce_nonce = true,
        };

        await room.PostAsync(digest);
        room.Time.Advance(TimeSpan.FromMinutes(4.9));
        await room.PostAsync(digest);
        Assert.Single(room.News.Transcript);

        room.Time.Advance(TimeSpan.FromMinutes(0.1));
        await room.PostAsync(digest);
        await room.PostAsync(new { content = "Digest", nonce = "7" });
        Assert.Equal(3, room.News.Transcript.Count);
    }
}
