using Bot.Emulators.Telegram.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Telegram;

public sealed class SendingFaultTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 7, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pause_that_Telegram_asks_for_is_kept_and_nothing_is_dropped()
    {
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        desk.Telegram.Faults.Add("sendMessage", new Fault.Flood(TimeSpan.FromSeconds(40)), chat);

        chat.With!.Says(chat, "/who");
        chat.With.Says(chat, "/latest");
        var answers = await desk.PassUntilAsync(chat.WaitForBotMessagesAsync(2, Cancellation));

        Assert.StartsWith("5 people", answers[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("1 article", answers[1].Text, StringComparison.Ordinal);
        var calls = desk.Telegram.Requests.Of("sendMessage");
        Assert.Equal(3, calls.Count);
        Assert.InRange(calls[1].At - calls[0].At, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(60));
    }

    /// <summary>A pause of half a day was seen in the field, and the whole bot stood still for it.</summary>
    [Fact]
    public async Task A_long_pause_of_one_chat_holds_up_no_other()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        var ben = desk.Telegram.AddPerson("Ben", "en").PrivateChatWith(desk.Bot);
        desk.Telegram.Faults.Add("sendMessage", new Fault.Flood(TimeSpan.FromSeconds(43_838)), ann);
        await desk.QueueAsync(ann, "A digest for Ann.");
        await desk.UntilAsync(() => Task.FromResult(desk.Telegram.Faults.Waiting == 0), "Ann's post was refused");

        var answer = await TelegramDesk.AskAsync(ben.With!, ben, "/who");

        Assert.StartsWith("5 people", answer.Text, StringComparison.Ordinal);
        Assert.Empty(ann.BotMessages);
        // The answer may be there before the refusal is written down.
        await desk.UntilAsync(
            async () =>
                await desk.QueryAsync<int>(
                    "SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND why = 'why.pause-asked'"
                ) == 1,
            "Ann's post waits as she was told"
        );
    }

    [Fact]
    public async Task Two_hundred_posts_at_once_go_out_at_the_pace_that_Telegram_takes_and_in_order()
    {
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var chats = Enumerable
            .Range(0, 10)
            .Select(i => desk.Telegram.AddPerson($"Reader {i}", "en").PrivateChatWith(desk.Bot))
            .ToList();

        foreach (var chat in chats)
            await desk.QueueAsync(chat, Enumerable.Range(1, 20).Select(i => $"Message {i}."));
        foreach (var chat in chats)
            await desk.PassUntilAsync(chat.WaitForBotMessagesAsync(20, Cancellation));

        Assert.All(
            chats,
            c => Assert.Equal(Enumerable.Range(1, 20).Select(i => $"Message {i}."), c.BotMessages.Select(m => m.Text))
        );
        Assert.All(desk.Telegram.Requests.Of("sendMessage"), r => Assert.Equal(200, r.Status));
    }

    [Theory]
    [InlineData(500, false)]
    [InlineData(502, false)]
    [InlineData(503, false)]
    [InlineData(502, true)]
    public async Task An_error_of_the_server_is_tried_again_and_the_answer_comes_once(int status, bool isPage)
    {
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        desk.Telegram.Faults.Add("sendMessage", new Fault.ServerError(status, isPage), chat, times: 2);

        chat.With!.Says(chat, "/who");
        chat.With.Says(chat, "/latest");
        var answers = await desk.PassUntilAsync(chat.WaitForBotMessagesAsync(2, Cancellation));

        Assert.Equal(["5 people", "1 article"], answers.Select(a => string.Join(' ', a.Text.Split(' ', '\n')[..2])));
        Assert.Equal(4, desk.Telegram.Requests.Of("sendMessage").Count);
    }

    [Fact]
    public async Task What_never_reached_Telegram_is_sent_again_as_soon_as_it_can_be_reached()
    {
        await using var desk = await TelegramDesk.OpenAsync(clock, isRunning: false);
        using var door = new Doorway(desk.Telegram.Url).Open();
        desk.Settings["Telegram:ApiUrl"] = door.Url.ToString();
        await desk.StartAsync();
        await desk.Bot.WaitUntilPollingAsync(Cancellation);
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);

        door.Shut();
        await desk.QueueAsync(chat, "A digest for Ann.");
        await desk.HearsAsync("why.unreachable");
        await desk.UntilAsync(
            async () =>
                await desk.QueryAsync<int>("SELECT COUNT(*) FROM outbox WHERE state = 'waiting' AND attempts > 0") > 0,
            "the post waits for its next try"
        );
        door.Open();
        var posts = await desk.PassUntilAsync(chat.WaitForBotMessagesAsync(1, Cancellation));

        Assert.Equal("A digest for Ann.", Assert.Single(posts).Text);
        Assert.Equal(0, await desk.QueryAsync<int>("SELECT COUNT(*) FROM outbox WHERE state = 'unknown'"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_post_whose_answer_was_lost_is_listed_and_its_fate_is_settled_by_a_button(bool isThere)
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        desk.Telegram.Faults.Add("sendMessage", isThere ? new Fault.LostAnswer() : new Fault.LostRequest(), chat);
        await desk.QueueAsync(chat, "A digest for Ann.");
        await desk.HearsAsync("may have been posted and is not posted again");

        var list = await TelegramDesk.AskAsync(chat.With!, chat, "/digest list");

        Assert.Equal(isThere ? 2 : 1, chat.BotMessages.Count);
        Assert.Contains(
            "may have been posted here or not, and is not sent again: Telegram gave no answer",
            list.Text,
            StringComparison.Ordinal
        );
        chat.With!.Presses(list, isThere ? "1 arrived" : "Send 1 again");
        var word = isThere ? "Noted: post 1 arrived." : "Post 1 is queued again.";
        await chat.WaitForAsync(m => m.Text == word, Cancellation);
        await chat.WaitForAsync(m => m.Text == "A digest for Ann.", Cancellation);
        Assert.Equal(1, chat.BotMessages.Count(m => m.Text == "A digest for Ann."));
        var after = await TelegramDesk.AskAsync(chat.With, chat, "/digest list");
        Assert.DoesNotContain("may have been posted", after.Text, StringComparison.Ordinal);
    }

    public static TheoryData<Fault, int> LosesOne =>
        new()
        {
            { new Fault.LostAnswer(), 3 },
            { new Fault.LostRequest(), 2 },
            { new Fault.BrokenJson(), 3 },
            { new Fault.BadRequest("MESSAGE_WORDS_UNHEARD_OF"), 2 },
        };

    [Theory]
    [MemberData(nameof(LosesOne))]
    public async Task The_part_after_one_that_failed_is_sent_all_the_same(Fault fault, int arrived)
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        desk.Telegram.Faults.Add("sendMessage", fault, chat, after: 1);

        await desk.QueueAsync(chat, "Part 1.", "Part 2.", "Part 3.");
        await chat.WaitForAsync(m => m.Text == "Part 3.", Cancellation);

        Assert.Equal(arrived, chat.BotMessages.Count);
        Assert.Equal(1, await desk.QueryAsync<int>("SELECT COUNT(*) FROM outbox WHERE state IN ('unknown', 'failed')"));
    }

    [Fact]
    public async Task A_post_that_is_never_answered_is_given_up_within_minutes_and_the_next_goes_out()
    {
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        desk.Telegram.Faults.Add("sendMessage", new Fault.NeverAnswered(), chat);

        await desk.QueueAsync(chat, "Part 1.", "Part 2.");
        var posts = await desk.PassUntilAsync(chat.WaitForBotMessagesAsync(2, Cancellation));

        Assert.Equal(["Part 1.", "Part 2."], posts.Select(m => m.Text));
        Assert.Equal(1, await desk.QueryAsync<int>("SELECT COUNT(*) FROM outbox WHERE state = 'unknown'"));
        Assert.InRange(clock.GetUtcNow().TimeOfDay, new TimeSpan(7, 1, 0), new TimeSpan(7, 5, 0));
    }

    [Fact]
    public async Task Marks_that_Telegram_does_not_take_cost_the_dress_and_not_the_words()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        desk.Telegram.Faults.Add("sendMessage", new Fault.BadRequest("can't parse entities: unexpected end"), chat);

        var answer = await TelegramDesk.AskAsync(chat.With!, chat, "/who");

        Assert.StartsWith("5 people", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Entities, e => e.Kind == Bot.Emulators.Telegram.Texts.EntityKind.Bold);
    }

    [Fact]
    public async Task Signs_of_other_markup_are_words_like_others_and_one_strange_article_stops_nobody()
    {
        const string title = "<p>Half_price* [50%] - `now` & here > there";
        await using var desk = await TelegramDesk.OpenAsync(isRunning: false);
        await File.WriteAllTextAsync(
            Path.Combine(desk.Seeds.FullName, "strange.json"),
            $$"""{"title": "{{title}}", "date": "2026-01-02", "text": "@everyone #sale _yes_. It's 5 < 6 \\ \"quoted\"."}""",
            Cancellation
        );
        await desk.StartAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);

        var latest = await TelegramDesk.AskAsync(chat.With!, chat, "/latest");
        var read = await TelegramDesk.AskAsync(chat.With!, chat, "/read 1");

        Assert.Contains(title, latest.Text, StringComparison.Ordinal);
        Assert.Contains("_yes_", read.Text, StringComparison.Ordinal);
        Assert.Empty(read.FoundMentions);
        Assert.Empty(read.FoundHashtags);
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task A_row_that_nobody_can_read_is_closed_and_lets_the_next_pass()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        await desk.QueryAsync<int>(
            $$"""
            INSERT INTO outbox (destination, chat, batch, part, reply, key, not_before, created)
            VALUES ('telegram:{{chat.Id}}', 'telegram:{{chat.Id}}', 1, 1, '{"blocks":', 'k1', '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z')
            """
        );

        var answer = await TelegramDesk.AskAsync(chat.With!, chat, "/who");

        Assert.StartsWith("5 people", answer.Text, StringComparison.Ordinal);
        Assert.Equal("failed", await desk.QueryAsync<string>("SELECT state FROM outbox WHERE key = 'k1'"));
    }
}
