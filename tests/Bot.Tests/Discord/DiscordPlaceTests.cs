using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;
using Bot.Tests.Digests;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord;

/// <summary>A digest comes at its time, in each kind of place in the way of that place.</summary>
public sealed class DiscordPlaceTests
{
    private const string Crosspost = "POST /channels/{channel_id}/messages/{message_id}/crosspost";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 7, 29, 50, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_channel_gets_its_digest_at_its_time()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);

        var planned = await desk.PlanAsync(desk.Channel);
        var posts = await desk.ComesAsync(desk.Channel);

        Assert.Equal(["Preview", "Change …", "Pause", "Remove"], planned.Pressable);
        Assert.Contains("Morning digest", TranscriptText.Of(posts[0]), StringComparison.Ordinal);
        Assert.InRange(posts[0].At.TimeOfDay, new TimeSpan(7, 30, 0), new TimeSpan(7, 30, 30));
        desk.IsAllRight();
    }

    [Fact]
    public async Task An_announcement_channel_publishes_a_digest_once_however_many_messages_it_has()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock, isRunning: false);
        await FileManyAsync(desk);
        await desk.ConnectAsync();
        var channel = desk.Guild.AddAnnouncementChannel("announcements");

        await desk.PlanAsync(channel, ("size", "long"));
        var posts = await desk.ComesAsync(channel, posts: 2);
        await DiscordDesk.AskAsync(desk.Ann, channel, "help");

        Assert.Equal([true, .. posts.Skip(1).Select(_ => false)], posts.Select(p => p.IsCrossposted));
        Assert.Single(desk.Discord.Requests.Of(Crosspost));
        desk.IsAllRight();
    }

    public static TheoryData<Fault> NotPublished =>
        new()
        {
            new Fault.Limited(TimeSpan.FromMinutes(20)),
            new Fault.Refuses(400, 40033, "This message has already been crossposted."),
            new Fault.ServerError(503),
            new Fault.LostAnswer(),
        };

    [Theory]
    [MemberData(nameof(NotPublished))]
    public async Task A_digest_that_cannot_be_published_is_posted_all_the_same_and_once(Fault fault)
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var channel = desk.Guild.AddAnnouncementChannel("announcements");
        desk.Discord.Faults.Add(Crosspost, fault, channel);

        await desk.PlanAsync(channel);
        await desk.ComesAsync(channel);
        await desk.QueueAsync(channel, "What comes next.");
        var posts = await desk.ComesAsync(channel, posts: 2);

        Assert.Contains("What comes next.", TranscriptText.Of(posts[1]), StringComparison.Ordinal);
        Assert.Equal(2, posts.Count);
    }

    [Fact]
    public async Task A_thread_gets_its_digest_and_one_that_was_put_away_is_opened_again()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var thread = desk.Guild.AddThread(desk.Channel, "the morning");
        var archived = desk.Guild.AddThread(desk.Channel, "old talk");

        await desk.PlanAsync(thread);
        await desk.PlanAsync(archived);
        archived.Archive();
        await desk.ComesAsync(thread);
        await desk.ComesAsync(archived);

        Assert.False(archived.IsArchived);
        Assert.Empty(DiscordDesk.Posts(desk.Channel));
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_forum_gets_a_thread_for_each_digest_and_its_parts_follow_in_it()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock, isRunning: false);
        await FileManyAsync(desk);
        await desk.ConnectAsync();
        var forum = desk.Guild.AddForum("reading", requiresTag: false, "talk", "news");

        await desk.PlanAsync(
            desk.Channel,
            ("channel", forum),
            ("size", "long"),
            ("name", string.Concat(Enumerable.Repeat("All that is new ", 3)).Trim())
        );
        await desk.PassUntilAsync(() => forum.Threads is [{ BotMessages.Count: > 1 }], "a thread of several messages");
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");

        var thread = Assert.Single(forum.Threads);
        Assert.StartsWith("All that is new", thread.Name, StringComparison.Ordinal);
        Assert.InRange(thread.Name.Length, 1, 100);
        Assert.Empty(thread.AppliedTags);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_forum_that_asks_for_a_tag_gets_the_one_that_says_news()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var forum = desk.Guild.AddForum("reading", requiresTag: true, "talk", "News");

        await desk.PlanAsync(desk.Channel, ("channel", forum));
        await desk.PassUntilAsync(() => forum.Threads.Count > 0, "a thread is opened");

        Assert.Equal(["News"], forum.Threads[0].AppliedTags.Select(t => t.Name));
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_thread_that_is_deleted_while_it_is_written_to_closes_no_forum()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var forum = desk.Guild.AddForum("reading");
        await desk.PlanAsync(desk.Channel, ("channel", forum));
        desk.Discord.Faults.Add("POST /channels/{channel_id}/messages", new Fault.ChannelGone());

        await desk.QueueAsync(forum, "Part 1.", "Part 2.");
        await desk.PassUntilAsync(
            () => forum.Threads.Any(t => t.Name.Contains("Morning", StringComparison.Ordinal)),
            "the next digest opens a thread"
        );

        Assert.Empty(await desk.PausesAsync());
        Assert.Equal(1, await desk.QueryAsync<int>("SELECT COUNT(*) FROM outbox WHERE state = 'failed'"));
    }

    [Fact]
    public async Task Direct_messages_get_their_digest_too()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var own = desk.Ann.DirectMessagesWith(desk.Bot);

        await desk.PlanAsync(own);
        var posts = await desk.ComesAsync(own);

        Assert.Contains("Morning digest", TranscriptText.Of(posts[0]), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_channel_that_configuration_names_alone_moves_to_its_server_and_gets_its_digest_once()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock, isRunning: false);
        desk.Settings["Digests:0:Destination"] = $"discord:{desk.Channel.Id}";
        desk.Settings["Digests:0:Name"] = "Morning";
        desk.Settings["Digests:0:At"] = "07:30";
        desk.Settings["Digests:0:Zone"] = "UTC";
        await desk.ConnectAsync();

        await desk.ComesAsync(desk.Channel);
        var list = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "digest list");
        await desk.RestartAsync();
        await desk.QueueAsync(desk.Channel, "What comes next.");
        var posts = await desk.ComesAsync(desk.Channel, posts: 2);

        Assert.Contains("Morning", TranscriptText.Of(list), StringComparison.Ordinal);
        Assert.Contains("What comes next.", TranscriptText.Of(posts[1]), StringComparison.Ordinal);
        Assert.Equal(
            $"discord:{desk.Guild.Id}",
            await desk.QueryAsync<string>("SELECT chat FROM outbox WHERE ledger IS NOT NULL")
        );
        desk.IsAllRight();
    }

    /// <summary>More than one message holds, of as many events.</summary>
    private static async Task FileManyAsync(DiscordDesk desk)
    {
        for (var i = 1; i <= 30; i++)
            await File.WriteAllTextAsync(
                Path.Combine(desk.Seeds.FullName, $"report-{i:00}.txt"),
                $"""
                date 2026-01-02 {DigestRoom.Headline(i)} {DigestRoom.Headline(i + 100)}.

                "{DigestRoom.Headline(i + 200)} {DigestRoom.Headline(i + 300)}," Otto Lind{i} said.
                """,
                Cancellation
            );
    }
}
