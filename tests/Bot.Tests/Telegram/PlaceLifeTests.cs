using Bot.Emulators.Telegram;
using Bot.Emulators.Telegram.Faults;
using Bot.Telegram.Api;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Telegram;

/// <summary>What becomes of a digest whose place moves, closes or opens again.</summary>
public sealed class PlaceLifeTests
{
    private const string Planned = "/digest@byline_bot add at:07:30 zone:UTC";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 7, 28, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_digest_of_a_group_that_became_a_supergroup_comes_there_and_once()
    {
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var (ann, group) = await GroupAsync(desk);
        await TelegramDesk.AskAsync(ann, group, Planned);

        var supergroup = group.UpgradeToSupergroup();
        await desk.HearsAsync("is now telegram:");
        await desk.PassUntilAsync(supergroup.WaitForBotMessagesAsync(1, Cancellation));

        Assert.StartsWith("Morning digest", Assert.Single(supergroup.BotMessages).Text, StringComparison.Ordinal);
        Assert.Equal(0, await StillThereAsync(desk, group));
    }

    [Fact]
    public async Task A_post_that_finds_its_group_moved_is_sent_once_at_the_new_address()
    {
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var (ann, group) = await GroupAsync(desk);
        await TelegramDesk.AskAsync(ann, group, Planned);

        desk.Telegram.Faults.Add("sendMessage", new Fault.Moved(), group);
        await desk.QueueAsync(group, "Part 1.", "Part 2.");
        await desk.UntilAsync(() => Task.FromResult(group.MovedTo is not null), "the group moves");
        await desk.PassUntilAsync(group.MovedTo!.WaitForBotMessagesAsync(3, Cancellation));

        Assert.Equal(["Part 1.", "Part 2."], group.MovedTo!.BotMessages.Take(2).Select(m => m.Text));
        Assert.StartsWith("Morning digest", group.MovedTo.BotMessages[2].Text, StringComparison.Ordinal);
        Assert.Equal(0, await StillThereAsync(desk, group));
    }

    [Fact]
    public async Task In_a_thread_what_follows_answers_what_came_first()
    {
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var (_, group) = await GroupAsync(desk);

        await desk.QueueAsync(TelegramAddress.Of(group.Id), "Morning digest", ["Part 1.", "Part 2.", "Part 3."]);
        await desk.PassUntilAsync(group.WaitForBotMessagesAsync(4, Cancellation));

        Assert.Equal([null, "Part 1.", "Part 1."], group.BotMessages.Skip(1).Select(m => m.ReplyTo?.Text));
    }

    [Fact]
    public async Task A_group_that_threw_the_bot_out_is_paused_its_owner_is_told_once_and_it_goes_on_when_let_in_again()
    {
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var (ann, group) = await GroupAsync(desk);
        var own = ann.PrivateChatWith(desk.Bot);
        await TelegramDesk.AskAsync(ann, group, Planned);

        ann.Removes(desk.Bot, group);
        var told = (await own.WaitForBotMessagesAsync(1, Cancellation))[0];
        Assert.Equal(
            "I can't post in News lovers any more: I was removed from it.\n\n"
                + "“Morning digest” is kept and goes on by itself as soon as I may write there again.",
            told.Text
        );
        Assert.Equal(1, await PausedAsync(desk));

        var before = group.BotMessages.Count;
        ann.Adds(desk.Bot, group);
        await desk.UntilAsync(async () => await PausedAsync(desk) == 0, "the pause ends");
        await desk.PassUntilAsync(group.WaitForBotMessagesAsync(before + 1, Cancellation));
        ann.Removes(desk.Bot, group);
        await desk.UntilAsync(async () => await PausedAsync(desk) == 1, "the group is paused again");

        Assert.StartsWith("Morning digest", group.BotMessages[^1].Text, StringComparison.Ordinal);
        Assert.Single(own.BotMessages);
    }

    [Fact]
    public async Task A_post_that_finds_the_bot_thrown_out_waits_and_tells_the_owner()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var (ann, group) = await GroupAsync(desk);
        var own = ann.PrivateChatWith(desk.Bot);
        await TelegramDesk.AskAsync(ann, group, Planned);

        desk.Telegram.Faults.Add("sendMessage", new Fault.Kicked(), group);
        await desk.QueueAsync(group, "A digest.");
        var told = (await own.WaitForBotMessagesAsync(1, Cancellation))[0];
        ann.Adds(desk.Bot, group);
        await group.WaitForAsync(m => m.Text == "A digest.", Cancellation);

        Assert.StartsWith("I can't post in News lovers any more", told.Text, StringComparison.Ordinal);
        Assert.Equal(1, group.BotMessages.Count(m => m.Text == "A digest."));
        Assert.Single(own.BotMessages);
    }

    [Fact]
    public async Task A_topic_that_is_closed_is_paused_and_goes_on_when_it_is_reopened()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var (ann, forum) = await GroupAsync(desk, isForum: true);
        var topic = forum.AddTopic("News");
        await TelegramDesk.AskAsync(ann, forum, Planned, topic);

        topic.Close();
        await desk.UntilAsync(async () => await PausedAsync(desk) == 1, "the topic is paused");
        Assert.Equal("why.topic-closed", await desk.QueryAsync<string>("SELECT why FROM paused_destinations"));
        topic.Reopen();
        await desk.UntilAsync(async () => await PausedAsync(desk) == 0, "the pause ends");

        var answer = await TelegramDesk.AskAsync(ann, forum, "/who@byline_bot", topic);
        Assert.Equal(topic, answer.Thread);
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task A_topic_that_is_deleted_is_paused_at_the_next_post_and_stops_nothing_else()
    {
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var (ann, forum) = await GroupAsync(desk, isForum: true);
        var own = ann.PrivateChatWith(desk.Bot);
        var topic = forum.AddTopic("News");
        await TelegramDesk.AskAsync(ann, forum, Planned, topic);

        topic.Delete();
        var told = (await desk.PassUntilAsync(own.WaitForBotMessagesAsync(1, Cancellation)))[0];
        var answer = await TelegramDesk.AskAsync(ann, forum, "/who@byline_bot");

        Assert.Contains("any more: the topic is deleted.", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("5 people", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            forum.BotMessages,
            m => m.Text.Contains("Morning digest ·", StringComparison.Ordinal) && m.Thread is null
        );
    }

    [Fact]
    public async Task General_is_answered_without_a_topics_number_and_a_chain_of_replies_is_no_topic()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var (ann, forum) = await GroupAsync(desk, isForum: true);
        var (_, group) = await GroupAsync(desk, ann);

        var general = await TelegramDesk.AskAsync(ann, forum, "/who@byline_bot");
        var first = ann.Says(group, "What is new?");
        var asked = ann.Says(group, "/who@byline_bot", replyTo: first);
        var answer = await group.WaitForAnswerAsync(asked, Cancellation);

        Assert.Null(general.Thread);
        Assert.Equal(asked.Id, answer.ReplyTo?.Id);
        Assert.All(
            desk.Telegram.Requests.Of("sendMessage"),
            r => Assert.False(r.Fields.ContainsKey("message_thread_id"))
        );
    }

    [Fact]
    public async Task A_closed_General_is_paused_with_its_reason()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var (_, forum) = await GroupAsync(desk, isForum: true);

        forum.General.Close();
        await desk.QueueAsync(forum, "A digest.");
        await desk.UntilAsync(async () => await PausedAsync(desk) == 1, "General is paused");
        Assert.Equal("why.topic-closed", await desk.QueryAsync<string>("SELECT why FROM paused_destinations"));
        forum.General.Reopen();

        await forum.WaitForAsync(m => m.Text == "A digest.", Cancellation);
    }

    [Fact]
    public async Task A_reader_who_blocks_the_bot_is_left_alone_and_served_again_when_it_is_unblocked()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var chat = ann.PrivateChatWith(desk.Bot);
        await TelegramDesk.AskAsync(ann, chat, "/start");

        ann.Blocks(desk.Bot);
        await desk.UntilAsync(async () => await PausedAsync(desk) == 1, "the chat is paused");
        Assert.Equal("why.blocked", await desk.QueryAsync<string>("SELECT why FROM paused_destinations"));
        await desk.QueueAsync(chat, "A digest.");
        ann.Unblocks(desk.Bot);

        await chat.WaitForAsync(m => m.Text == "A digest.", Cancellation);
        Assert.DoesNotContain(desk.Telegram.Requests.Of("sendMessage"), r => r.Status != 200);
    }

    private static Task<(Person, Chat)> GroupAsync(TelegramDesk desk, bool isForum = false) =>
        GroupAsync(desk, desk.Telegram.AddPerson("Ann", "en"), isForum);

    private static async Task<(Person, Chat)> GroupAsync(TelegramDesk desk, Person ann, bool isForum = false)
    {
        var group = isForum
            ? desk.Telegram.AddSupergroup("News lovers", ann, isForum: true)
            : desk.Telegram.AddGroup("News lovers", ann);
        ann.PrivateChatWith(desk.Bot);
        ann.Adds(desk.Bot, group);
        await group.WaitForBotMessagesAsync(1, Cancellation);
        return (ann, group);
    }

    private static Task<int> PausedAsync(TelegramDesk desk) =>
        desk.QueryAsync<int>("SELECT COUNT(*) FROM paused_destinations");

    /// <summary>Plans and posts that the store still keeps under a group's old address.</summary>
    private static Task<int> StillThereAsync(TelegramDesk desk, Chat group) =>
        desk.QueryAsync<int>(
            $"SELECT (SELECT COUNT(*) FROM digests WHERE destination = 'telegram:{group.Id}') + (SELECT COUNT(*) FROM outbox WHERE destination = 'telegram:{group.Id}')"
        );
}
