namespace Bot.Tests.Digests;

/// <summary>Plans as people type them, and what is said to those that cannot be.</summary>
public sealed class DigestTypingTests : DigestPlanning
{
    [Theory]
    [InlineData("/digest add", "At what time? For example /digest add at:07:30")]
    [InlineData("/digest add zone:berlin", "At what time? For example /digest add at:07:30 zone:berlin")]
    [InlineData(
        "/digest add at:25:00 days:mon",
        "“25:00” is no time of day. Write hours and minutes: /digest add at:07:30 days:mon"
    )]
    [InlineData("/digest add at:soon", "“soon” is no time of day. Write hours and minutes: /digest add at:07:30")]
    [InlineData(
        "/digest add at:7 days:sometimes",
        "“sometimes” is no choice of days. Write daily, mon-fri or mon,wed,sat: /digest add at:7 days:mon-fri"
    )]
    [InlineData(
        "/digest add at:7 zone:berln",
        "I know no time zone “berln”. Did you mean /digest add at:7 zone:Europe/Berlin?\n[Europe/Berlin /digest add at:7 zone:Europe/Berlin]"
    )]
    [InlineData(
        "/digest add at:7 zone:EST",
        "“EST” says nothing of summer time. Name a city or a zone, for example America/New_York: /digest add at:7 zone:America/New_York"
    )]
    [InlineData(
        "/digest add at:7 zone:UTC+2",
        "“UTC+2” says nothing of summer time. Name a city or a zone, for example Europe/Berlin: /digest add at:7 zone:Europe/Berlin"
    )]
    [InlineData(
        "/digest add at:7 zone:nowhere",
        "I know no time zone “nowhere”. Name a large city near you, or a zone as Europe/Berlin: /digest add at:7 zone:Europe/Berlin"
    )]
    public async Task What_is_wrong_is_answered_with_the_command_mended(string line, string answer)
    {
        Assert.Equal(answer, await AskAsync(line));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_country_with_several_zones_asks_for_a_city()
    {
        var answer = await AskAsync("/digest add at:7 zone:australia");

        Assert.StartsWith("“australia” has several time zones. Name a city:", answer, StringComparison.Ordinal);
        Assert.Contains("[Australia/Perth /digest add at:7 zone:Australia/Perth]", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "/digest add at 6 pm zone new york days sat,sun size long",
        "Every Saturday to Sunday at 18:00, America/New_York"
    )]
    [InlineData(
        "/digest add at:7 zone: new york days: mon wed Weekly look",
        "Every Monday, Wednesday at 07:00, America/New_York"
    )]
    [InlineData("/digest at:noon zone:japan", "Every day at 12:00, Asia/Tokyo")]
    [InlineData(
        "/digest add --at 0730 --zone munich --days weekdays",
        "Every Monday to Friday at 07:30, Europe/Berlin"
    )]
    [InlineData("/digest add at:7.30 zone:utc days:weekend", "Every Saturday to Sunday at 07:30, UTC")]
    [InlineData("/digest add at:“7:30 pm” zone:“são paulo”", "Every day at 19:30, America/Sao_Paulo")]
    public async Task A_plan_may_be_typed_as_people_type(string line, string plan) =>
        Assert.Contains(plan, await AskAsync(line), StringComparison.Ordinal);

    [Fact]
    public async Task A_name_that_is_taken_by_other_times_is_refused_and_one_that_was_not_given_is_made()
    {
        await AskAsync($"{Add} name:News");

        Assert.StartsWith(
            "There is a digest News here, and it is another one.",
            await AskAsync("/digest add at:18:00 name:news"),
            StringComparison.Ordinal
        );
        await AskAsync("/digest add at:08:00");
        Assert.StartsWith("Morning digest 2 ·", await AskAsync("/digest add at:09:00"), StringComparison.Ordinal);
        Assert.StartsWith(
            "That name is too long",
            await AskAsync($"/digest add at:9 name:{new string('x', 61)}"),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The editors' choice ·",
            await AskAsync("/digest add at:10:00 name:\"The editors' choice\""),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_chat_has_twenty_digests_at_the_most()
    {
        for (var i = 0; i < 20; i++)
            await AskAsync($"/digest add at:{i}:00 zone:utc", $"telegram:-5/{i}");

        Assert.StartsWith(
            "A chat has at most 20 digests.",
            await AskAsync("/digest add at:23:00"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Every day",
            await AskAsync("/digest add at:7 zone:utc", "telegram:-6"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_place_that_cannot_be_posted_to_is_told_when_the_digest_is_planned()
    {
        _platform.Obstacle = "I lack “Post messages” there. Give it to me.";

        Assert.Contains(
            "I can't post here: I lack “Post messages” there. Give it to me.",
            await AskAsync(Add),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_zone_that_this_machine_does_not_know_is_told_of_and_can_be_taken_away()
    {
        await AskAsync(Add);
        var room = await OpenAsync();
        await room.QueryAsync<int>("UPDATE digests SET zone = 'Mars/Base'");

        Assert.Equal(
            "Morning digest waits: the machine that I run on does not know its time zone Mars/Base. /digest remove name:\"Morning digest\" takes it away.",
            await AskAsync("/digest list")
        );
        Assert.Equal(
            "Morning digest is removed and does not come any more.",
            await AskAsync("/digest remove name:\"Morning digest\"")
        );
    }
}
