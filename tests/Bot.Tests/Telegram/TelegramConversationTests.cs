using Bot.Emulators.Telegram;
using Bot.Emulators.Telegram.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Telegram;

public sealed class TelegramConversationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_in_a_private_chat_is_answered_there()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var chat = ann.PrivateChatWith(desk.Bot);

        var answer = await TelegramDesk.AskAsync(ann, chat, "/who");

        Assert.StartsWith("5 people", answer.Text, StringComparison.Ordinal);
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task A_button_asks_what_it_says_and_the_press_is_felt()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var chat = ann.PrivateChatWith(desk.Bot);
        var answer = await TelegramDesk.AskAsync(ann, chat, "/summary");

        var press = ann.Presses(answer, "Quotes");
        var quotes = (await chat.WaitForBotMessagesAsync(2, Cancellation))[1];

        Assert.StartsWith("12 quotations", quotes.Text, StringComparison.Ordinal);
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task Another_bots_command_in_a_group_is_left_alone_and_ours_is_answered_as_a_reply()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var group = desk.Telegram.AddSupergroup("News lovers", ann);
        ann.Adds(desk.Bot, group);
        await group.WaitForBotMessagesAsync(1, Cancellation);

        ann.Says(group, "/who@other_bot");
        ann.Says(group, "/roll");
        var asked = ann.Says(group, "/who@byline_bot");
        var answer = await group.WaitForAnswerAsync(asked, Cancellation);

        Assert.Equal(asked.Id, answer.ReplyTo?.Id);
        Assert.Equal(2, group.BotMessages.Count);
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task A_long_message_that_a_command_replies_to_is_the_article()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var channel = desk.Telegram.AddChannel("The Gazette", ann, "gazette");
        var group = desk.Telegram.AddSupergroup("News lovers", ann);
        ann.Adds(desk.Bot, group);
        await group.WaitForBotMessagesAsync(1, Cancellation);
        var forwarded = ann.Forwards(ann.PostsIn(channel, Bridge), group);

        var asked = ann.Says(group, "/quotes", replyTo: forwarded);
        var answer = await group.WaitForAnswerAsync(asked, Cancellation);
        var more = ann.Presses(answer, "Summary");
        var summary = (await group.WaitForBotMessagesAsync(3, Cancellation))[^1];
        var latest = await TelegramDesk.AskAsync(ann, group, "/latest");

        Assert.Contains("Mary Carter", answer.Text, StringComparison.Ordinal);
        Assert.Contains(
            "“We looked at every pillar,” ",
            $"{answer.Text.Replace('\n', ' ')} ",
            StringComparison.Ordinal
        );
        Assert.Contains("The Gazette", summary.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("bridge", latest.Text, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(more);
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task A_long_text_sent_to_the_bot_alone_is_summed_up()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var chat = ann.PrivateChatWith(desk.Bot);

        var answer = await chat.WaitForAnswerAsync(ann.Says(chat, Bridge), Cancellation);

        Assert.Contains("Ann", answer.Text, StringComparison.Ordinal);
        Assert.Contains("The old river bridge will close", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channels_buttons_lead_to_the_chat_with_the_bot_and_ask_there_what_they_say()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var bob = desk.Telegram.AddPerson("Bob", "en");
        var channel = desk.Telegram.AddChannel("The Gazette", ann, "gazette");
        ann.Starts(desk.Bot);
        ann.Adds(desk.Bot, channel);
        var post = await channel.WaitForAnswerAsync(ann.PostsIn(channel, "/who"), Cancellation);

        var button = post.Buttons.SelectMany(r => r).OfType<Button.Link>().Single(b => b.Label == "Quotes");
        var payload = button.Url.Split("start=")[1];
        var answer = await bob.PrivateChatWith(desk.Bot)
            .WaitForAnswerAsync(bob.Starts(desk.Bot, payload), Cancellation);

        Assert.StartsWith($"https://t.me/{desk.Bot.Username}?start=", button.Url, StringComparison.Ordinal);
        Assert.StartsWith("12 quotations", answer.Text, StringComparison.Ordinal);
        Assert.Single(channel.BotMessages);
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task A_channel_shows_no_button_that_would_change_the_readers_own_chat_and_readers_set_off_no_post()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var bob = desk.Telegram.AddPerson("Bob", "en");
        var channel = desk.Telegram.AddChannel("The Gazette", ann, "gazette");
        ann.Adds(desk.Bot, channel);
        bob.Joins(channel);
        var who = await channel.WaitForAnswerAsync(ann.PostsIn(channel, "/who"), Cancellation);
        var key = who.Buttons.SelectMany(r => r).OfType<Button.Link>().First().Url.Split("start=b-")[1];

        var planned = await channel.WaitForAnswerAsync(
            ann.PostsIn(channel, "/digest add at:07:30 zone:berlin"),
            Cancellation
        );
        bob.PressesUnseen(who, key);
        var latest = await channel.WaitForAnswerAsync(ann.PostsIn(channel, "/latest"), Cancellation);

        Assert.Empty(planned.Buttons);
        Assert.Equal([who.Id, planned.Id, latest.Id], channel.BotMessages.Select(m => m.Id));
    }

    [Theory]
    [InlineData("", "I read the news")]
    [InlineData("latest", "1 article")]
    [InlineData("who-1", "5 people")]
    [InlineData("nonsense-of-others", "I read the news")]
    [InlineData("b-nonsense", "That button is too old")]
    public async Task A_link_opens_what_it_carries_else_the_greeting(string payload, string answer)
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");

        var said = await ann.PrivateChatWith(desk.Bot).WaitForAnswerAsync(ann.Starts(desk.Bot, payload), Cancellation);

        Assert.StartsWith(answer, said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_answers_pages_are_turned_in_place_and_after_a_restart()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var chat = ann.PrivateChatWith(desk.Bot);
        var first = await TelegramDesk.AskAsync(ann, chat, "/read");
        await desk.StopAsync();
        await desk.StartAsync();

        ann.Presses(first, "›");
        var second = await chat.WaitForAsync(m => m.Id == first.Id && m.EditedCount == 1, Cancellation);
        ann.Presses(second, "‹");
        var again = await chat.WaitForAsync(m => m.Id == first.Id && m.EditedCount == 2, Cancellation);

        Assert.NotEqual(first.Text, second.Text);
        Assert.Equal(first.Text, again.Text);
        Assert.Single(chat.BotMessages);
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task While_an_answer_takes_long_the_chat_is_shown_that_it_is_being_written()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));
        await using var desk = await TelegramDesk.OpenAsync(clock);
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var group = desk.Telegram.AddSupergroup("News lovers", ann);
        ann.Adds(desk.Bot, group);
        await desk.PassUntilAsync(group.WaitForBotMessagesAsync(1, Cancellation));
        // Who may plan digests is asked of Telegram, which takes its time.
        desk.Telegram.Faults.Add("getChatMember", new Fault.Slow(TimeSpan.FromSeconds(8)));

        var asked = ann.Says(group, "/digest add at:07:30 zone:berlin");
        var planned = await desk.PassUntilAsync(group.WaitForAnswerAsync(asked, Cancellation));

        Assert.Contains("Morning digest", planned.Text, StringComparison.Ordinal);
        Assert.Contains("typing", group.Actions);
    }

    private const string Bridge = """
        The old river bridge will close for two years from Monday, the city said.

        "We looked at every pillar," said Mary Carter, the mayor. "None of them will last another winter."

        Engineers found cracks in nine of its twelve pillars last month. The works will cost 40 million pounds.

        The council votes on the plan in January. Ferries are to run every ten minutes while the works go on.
        """;
}
