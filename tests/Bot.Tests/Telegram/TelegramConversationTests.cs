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
}
