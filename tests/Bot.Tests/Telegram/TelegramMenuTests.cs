using Bot.Core.Texts;

namespace Bot.Tests.Telegram;

public sealed class TelegramMenuTests
{
    private const int Scopes = 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_in_groups_are_offered_what_is_for_them_and_administrators_all_of_it()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        await desk.Telegram.WaitForRequestsAsync("setMyCommands", MenusOf(desk) * Scopes, Cancellation);

        var readers = desk.Bot.CommandsOf("all_group_chats").Select(c => c.Command).ToList();
        var administrators = desk.Bot.CommandsOf("all_chat_administrators").Select(c => c.Command).ToList();

        Assert.Equal(
            ["feed", "digest", "filter", "topic", "settings", "export", "import", "forget"],
            administrators.Except(readers)
        );
        Assert.Equal(administrators, desk.Bot.CommandsOf("all_private_chats", "en").Select(c => c.Command));
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task A_menu_that_is_there_already_is_not_set_again()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var all = MenusOf(desk) * Scopes;
        await desk.Telegram.WaitForRequestsAsync("setMyCommands", all, Cancellation);
        await desk.StopAsync();
        await desk.StartAsync();

        await desk.Telegram.WaitForRequestsAsync("getMyCommands", 2 * all, Cancellation);

        Assert.Equal(all, desk.Telegram.Requests.Of("setMyCommands").Count);
    }

    /// <summary>One for each language, and one for all others.</summary>
    private static int MenusOf(TelegramDesk desk) => desk.Get<Phrasebook>().Languages.Count + 1;
}
