using Bot.Emulators.Telegram;

namespace Bot.Tests.Telegram;

/// <summary>Who may plan what where.</summary>
public sealed class RightsTests
{
    private const string Refused = "Only people who may manage this place can use /settings. Ask one of them.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_of_a_group_may_look_and_change_nothing()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var (_, ben, group) = await GroupAsync(desk);

        var changed = await TelegramDesk.AskAsync(ben, group, "/settings@byline_bot zone:berlin");
        var shown = await TelegramDesk.AskAsync(ben, group, "/settings@byline_bot");

        Assert.Equal(Refused, changed.Text);
        Assert.StartsWith("Settings here", shown.Text, StringComparison.Ordinal);
        Assert.Contains("none yet", shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_who_presses_an_administrators_button_changes_nothing()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var (ann, ben, group) = await GroupAsync(desk);
        var planned = await TelegramDesk.AskAsync(ann, group, "/digest@byline_bot add at:07:30 zone:berlin");

        ben.Presses(planned, "Remove");
        await group.WaitForAsync(
            m => m.Text == "Only people who may manage this place can use /digest. Ask one of them.",
            Cancellation
        );

        Assert.Equal(1, await desk.QueryAsync<int>("SELECT COUNT(*) FROM digests"));
        Assert.StartsWith("Morning digest", group.FindMessage(planned.Id)!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_who_speaks_as_the_group_may_administer_it()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var (ann, _, group) = await GroupAsync(desk);

        var asked = ann.SaysAnonymously(group, "/digest@byline_bot add at:07:30 zone:berlin");
        var answer = await group.WaitForAnswerAsync(asked, Cancellation);

        Assert.StartsWith("Morning digest · Every day at 07:30", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_was_demoted_is_refused_at_once_where_the_bot_hears_of_it()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var (ann, ben, group) = await GroupAsync(desk);
        ann.Promotes(desk.Bot, group);
        ann.Promotes(ben, group);
        var before = await TelegramDesk.AskAsync(ben, group, "/settings@byline_bot zone:berlin");

        ann.Demotes(ben, group);
        var after = await TelegramDesk.AskAsync(ben, group, "/settings@byline_bot zone:paris");

        Assert.Contains("Europe/Berlin", before.Text, StringComparison.Ordinal);
        Assert.Equal(Refused, after.Text);
    }

    [Fact]
    public async Task A_channel_is_set_up_by_its_administrator_from_the_private_chat_and_by_nobody_else()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var ben = desk.Telegram.AddPerson("Ben", "en");
        var (own, bens) = (ann.PrivateChatWith(desk.Bot), ben.PrivateChatWith(desk.Bot));
        var channel = desk.Telegram.AddChannel("Harbour news", ann, "harbour_news");
        ann.Adds(desk.Bot, channel);
        var welcome = (await own.WaitForBotMessagesAsync(1, Cancellation))[0];

        var refused = await TelegramDesk.AskAsync(ben, bens, "/digest add at:07:30 zone:berlin channel:@harbour_news");
        var planned = await TelegramDesk.AskAsync(ann, own, "/digest add at:07:30 zone:berlin channel:@harbour_news");
        var posted = await TelegramDesk.AskAsync(ann, own, $"/digest now channel:telegram:{channel.Id}");

        Assert.StartsWith("I may post in Harbour news now.", welcome.Text, StringComparison.Ordinal);
        Assert.Equal(
            "You may not manage Harbour news. Ask one of its administrators to give this command.",
            refused.Text
        );
        Assert.Contains("to Harbour news", planned.Text, StringComparison.Ordinal);
        Assert.Contains("Posted to Harbour news", posted.Text, StringComparison.Ordinal);
        Assert.Single(channel.BotMessages);
        Assert.Empty(desk.Telegram.Refusals);
    }

    private static async Task<(Person Ann, Person Ben, Chat Group)> GroupAsync(TelegramDesk desk)
    {
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var ben = desk.Telegram.AddPerson("Ben", "en");
        var group = desk.Telegram.AddSupergroup("News lovers", ann);
        ben.Joins(group);
        ann.Adds(desk.Bot, group);
        await group.WaitForBotMessagesAsync(1, Cancellation);
        return (ann, ben, group);
    }
}
