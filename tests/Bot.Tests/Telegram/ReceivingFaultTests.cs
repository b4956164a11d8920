using System.Globalization;
using Bot.Core.Delivery;
using Bot.Emulators.Telegram;
using Bot.Emulators.Telegram.Faults;

namespace Bot.Tests.Telegram;

public sealed class ReceivingFaultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_malformed_update_among_good_ones_costs_none_of_them()
    {
        await using var desk = await TelegramDesk.OpenAsync(isRunning: false);
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        chat.With!.Says(chat, "/who");
        desk.Bot.IsSentMalformedUpdate();
        chat.With.Says(chat, "/latest");

        await desk.StartAsync();
        var answers = await chat.WaitForBotMessagesAsync(2, Cancellation);

        Assert.StartsWith("5 people", answers[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("1 article", answers[1].Text, StringComparison.Ordinal);
        await desk.HearsAsync("cannot be read and is left out");
        Assert.Equal(0, await desk.QueryAsync<int>("SELECT COUNT(*) FROM inbox WHERE settled IS NULL"));
    }

    [Fact]
    public async Task An_update_that_is_told_twice_is_answered_once()
    {
        await using var desk = await TelegramDesk.OpenAsync(isRunning: false);
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        chat.With!.Says(chat, "/who");
        // The first update is never confirmed: every later call is lost.
        desk.Telegram.Faults.Add("getUpdates", new Fault.LostRequest(), times: int.MaxValue, after: 1);
        await desk.StartAsync();
        await chat.WaitForBotMessagesAsync(1, Cancellation);
        await desk.QueryAsync<int>("DELETE FROM inbox_marks");
        await desk.StopAsync();
        desk.Telegram.Faults.Clear();

        await desk.StartAsync();
        await TelegramDesk.AskAsync(chat.With, chat, "/latest");

        Assert.Equal(2, chat.BotMessages.Count);
    }

    /// <summary>A bot in the field lost its place at each of 108 restarts, and answered the same message 100 times.</summary>
    [Fact]
    public async Task Restarts_answer_nothing_twice_and_updates_are_asked_for_where_they_were_left()
    {
        await using var desk = await TelegramDesk.OpenAsync(isRunning: false);
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        for (var start = 1; start <= 10; start++)
        {
            chat.With!.Says(chat, "/who"); // While nobody is there.
            await desk.StartAsync();
            await chat.WaitForBotMessagesAsync(start, Cancellation);
            await desk.StopAsync();
        }

        Assert.Equal(10, chat.BotMessages.Count);
        var offsets = desk.Telegram.Requests.Of("getUpdates").Select(r => Number(r.Fields.GetValueOrDefault("offset")));
        Assert.Equal(offsets.Order(), offsets);
        Assert.Null(offsets.First());
    }

    [Fact]
    public async Task Another_program_that_reads_the_same_bot_is_told_of_once_and_updates_come_again_when_it_stops()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        await desk.Bot.WaitUntilPollingAsync(Cancellation);
        using var other = new HttpClient();
        var poll = new Uri(desk.Telegram.Url, $"/bot{TelegramEmulator.SampleToken}/getUpdates?timeout=0&limit=1");

        using var taken = await other.GetAsync(poll, Cancellation);
        await desk.HearsAsync("Another program reads this bot's messages");
        await desk.Bot.WaitUntilPollingAsync(Cancellation);
        var answer = await TelegramDesk.AskAsync(chat.With!, chat, "/who");

        Assert.StartsWith("5 people", answer.Text, StringComparison.Ordinal);
        Assert.Equal(1, desk.Log.Entries.Count(e => e.Contains("Another program", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_update_at_which_the_program_ended_again_and_again_is_left_out_and_told_of()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var chat = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        await TelegramDesk.AskAsync(chat.With!, chat, "/who");
        await desk.QueryAsync<int>($"UPDATE inbox SET settled = NULL, attempts = {Inbox.MostAttempts}");
        await desk.StopAsync();

        await desk.StartAsync();
        await desk.HearsAsync("ended the program again and again");
        await TelegramDesk.AskAsync(chat.With!, chat, "/latest");

        Assert.Equal(2, chat.BotMessages.Count);
    }

    [Fact]
    public async Task A_chat_that_always_fails_stops_no_other()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en").PrivateChatWith(desk.Bot);
        var ben = desk.Telegram.AddPerson("Ben", "en").PrivateChatWith(desk.Bot);
        desk.Telegram.Faults.Add("sendMessage", new Fault.ServerError(500), ann, times: int.MaxValue);

        ann.With!.Says(ann, "/who");
        ann.With.Says(ann, "/latest");
        await desk.HearsAsync("try 1 failed");
        var answer = await TelegramDesk.AskAsync(ben.With!, ben, "/who");

        Assert.StartsWith("5 people", answer.Text, StringComparison.Ordinal);
        Assert.Empty(ann.BotMessages);
    }

    private static long? Number(string? text) => text is null ? null : long.Parse(text, CultureInfo.InvariantCulture);
}
