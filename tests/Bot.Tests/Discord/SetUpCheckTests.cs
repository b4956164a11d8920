using Bot.Emulators.Discord;
using Microsoft.Extensions.Time.Testing;
using DiscordChannel = Bot.Emulators.Discord.Channel;

namespace Bot.Tests.Discord;

/// <summary>Whoever plans a digest is told at once what stands in its way, and where it is mended.</summary>
public sealed class SetUpCheckTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 7, 0, 0, TimeSpan.Zero));

    public static TheoryData<Permissions, string, string> Missing =>
        new()
        {
            { Permissions.ViewChannel, "text", "View Channel" },
            { Permissions.SendMessages, "text", "Send Messages" },
            { Permissions.EmbedLinks, "text", "Embed Links" },
            { Permissions.SendMessagesInThreads, "thread", "Send Messages in Threads and Posts" },
            { Permissions.EmbedLinks, "thread", "Embed Links" },
            { Permissions.SendMessages, "forum", "Create Posts" },
            { Permissions.SendMessagesInThreads, "forum", "Send Messages in Threads and Posts" },
        };

    [Theory]
    [MemberData(nameof(Missing))]
    public async Task A_permission_that_a_channel_takes_away_is_named_with_where_to_give_it(
        Permissions permission,
        string kind,
        string name
    )
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var (place, above) = Place(desk, kind);
        // What may not be seen cannot be named from elsewhere; the others are.
        var asked = kind == "forum" ? desk.Channel : place;
        above.Overwrite(desk.Bot, deny: permission);

        var planned = await desk.PlanAsync(
            asked,
            [.. kind == "forum" ? [("channel", (object)place)] : Array.Empty<(string, object)>()]
        );
        var text = TranscriptText.Of(planned);
        above.Overwrite(desk.Bot, allow: permission);
        var mended = await desk.Ann.Presses(planned, "Check again").WaitForAnswerAsync(DiscordDesk.Cancellation);

        Assert.Contains($"I lack “{name}” there; allow it in the", text, StringComparison.Ordinal);
        Assert.Contains("settings, under Permissions", text, StringComparison.Ordinal);
        Assert.Equal(planned.Id, mended.Id);
        Assert.DoesNotContain("I lack", TranscriptText.Of(mended), StringComparison.Ordinal);
        Assert.Equal(["Preview", "Change …", "Pause", "Remove"], mended.Pressable);
        Assert.Equal(1, await desk.QueryAsync<int>("SELECT COUNT(*) FROM digests"));
    }

    [Fact]
    public async Task A_permission_that_no_role_gives_is_named_too()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Guild.Changes(desk.Guild.Everyone, Permissions.Usual & ~Permissions.SendMessages);

        var planned = await desk.PlanAsync(desk.Channel);

        Assert.Contains("I lack “Send Messages” there", TranscriptText.Of(planned), StringComparison.Ordinal);
        Assert.Equal(["Check again", "Preview", "Change …", "Pause", "Remove"], planned.Pressable);
    }

    [Fact]
    public async Task A_forum_that_asks_for_a_tag_and_has_none_is_told_with_the_mend()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var forum = desk.Guild.AddForum("reading", requiresTag: true);

        var planned = await desk.PlanAsync(desk.Channel, ("channel", forum));

        Assert.Contains(
            "the forum asks for a tag on each post and has none; add one in its settings, or ask for none",
            TranscriptText.Of(planned),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_locked_thread_is_told()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var thread = desk.Guild.AddThread(desk.Channel, "old talk");
        thread.Archive(isLocked: true);

        var planned = await desk.PlanAsync(desk.Channel, ("channel", thread));

        Assert.Contains("the thread is locked", TranscriptText.Of(planned), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_channel_of_the_server_is_planned_for_and_called_by_its_name()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var other = desk.Guild.AddTextChannel("reading");

        var planned = await desk.PlanAsync(desk.Channel, ("channel", other));
        var there = await DiscordDesk.AskAsync(desk.Ann, other, "digest list");

        Assert.Contains("#reading", TranscriptText.Of(planned), StringComparison.Ordinal);
        Assert.Contains("Morning digest", TranscriptText.Of(there), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "You may not manage #plans.")]
    [InlineData(false, "I find no place")]
    public async Task A_channel_of_a_server_that_the_asker_does_not_manage_is_refused_and_not_named_to_strangers(
        bool isMember,
        string answer
    )
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var theirs = desk.Discord.AddGuild("Others", desk.Discord.AddPerson("Ben"));
        var plans = theirs.AddTextChannel("plans");
        var hidden = theirs.AddTextChannel("layoffs");
        hidden.Overwrite(theirs.Everyone, deny: Permissions.ViewChannel);
        hidden.Overwrite(desk.Bot, allow: Permissions.ViewChannel);
        if (isMember)
            theirs.Joins(desk.Ann);

        var refused = await SayAsync(desk, $"/digest add at:07:30 zone:utc channel:{plans.Id}");
        var unseen = await SayAsync(desk, $"/digest add at:07:30 zone:utc channel:{hidden.Id}");

        Assert.Contains(answer, refused, StringComparison.Ordinal);
        Assert.Contains("I find no place", unseen, StringComparison.Ordinal);
        Assert.DoesNotContain("layoffs", unseen, StringComparison.Ordinal);
        Assert.Equal(0, await desk.QueryAsync<int>("SELECT COUNT(*) FROM digests"));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("123456789012345678")]
    [InlineData("https://example.org/channels/1/2")]
    [InlineData("telegram:5")]
    public async Task What_is_no_channel_is_told_so(string written)
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);

        var answer = await SayAsync(desk, $"/digest add at:07:30 zone:utc channel:{written}");

        Assert.Contains("I find no place", answer, StringComparison.Ordinal);
        Assert.Equal(0, await desk.QueryAsync<int>("SELECT COUNT(*) FROM digests"));
    }

    /// <returns>The place, and the channel whose permissions it has.</returns>
    private static (DiscordChannel Place, DiscordChannel Above) Place(DiscordDesk desk, string kind)
    {
        if (kind == "forum" && desk.Guild.AddForum("reading") is var forum)
            return (forum, forum);
        return kind == "thread"
            ? (desk.Guild.AddThread(desk.Channel, "old talk"), desk.Channel)
            : (desk.Channel, desk.Channel);
    }

    private static async Task<string> SayAsync(DiscordDesk desk, string line) =>
        TranscriptText.Of(await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "ask", ("line", line)));
}
