using System.Text;
using Bot.Emulators.Telegram;
using Bot.Emulators.Telegram.Faults;

namespace Bot.Tests.Telegram;

/// <summary>A group's settings as a file: with a command as its caption, and as what a command answers.</summary>
public sealed class TelegramMovingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Settings_go_from_one_chat_to_another()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var own = ann.PrivateChatWith(desk.Bot);
        var group = desk.Telegram.AddSupergroup("News lovers", ann);
        ann.Adds(desk.Bot, group);
        await TelegramDesk.AskAsync(ann, group, "/settings@byline_bot zone:tokyo size:long quiet:22-7");
        await TelegramDesk.AskAsync(ann, group, "/digest@byline_bot add at:07:30");

        ann.Says(group, "/export@byline_bot");
        var exported = await group.WaitForAsync(m => m.Document is not null, Cancellation);
        var file = exported.Document!;
        var given = ann.SendsFile(own, file.Name, file.Bytes, "/import");
        var asked = await own.WaitForAsync(
            m => m.Text.StartsWith("This would change", StringComparison.Ordinal),
            Cancellation
        );
        ann.Presses(asked, "Import");
        var done = await own.WaitForAsync(m => m.Text.StartsWith("Done", StringComparison.Ordinal), Cancellation);
        var shown = await TelegramDesk.AskAsync(ann, own, "/settings");

        Assert.NotNull(given.Document);
        Assert.Equal("byline-news-lovers.json", file.Name);
        Assert.Contains("1 digest planned: Morning digest", done.Text, StringComparison.Ordinal);
        Assert.Contains("it is of another place", done.Text, StringComparison.Ordinal);
        Assert.Contains("Asia/Tokyo", shown.Text, StringComparison.Ordinal);
        Assert.Contains("22:00-07:00", shown.Text, StringComparison.Ordinal);
        Assert.Empty(desk.Telegram.Refusals);
    }

    [Fact]
    public async Task A_file_that_cannot_be_fetched_is_answered_and_the_log_says_why_without_the_token()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var own = ann.PrivateChatWith(desk.Bot);
        desk.Telegram.Faults.Add("getFile", new Fault.BadRequest("wrong file_id"), times: int.MaxValue);

        ann.SendsFile(own, "byline.json", "{}"u8.ToArray(), "/import");
        await own.WaitForAsync(
            m => m.Text.StartsWith("“byline.json” cannot be read", StringComparison.Ordinal),
            Cancellation
        );

        var said = Assert.Single(desk.Log.Entries, e => e.Contains("A file that was given", StringComparison.Ordinal));
        Assert.Contains("wrong file_id", said, StringComparison.Ordinal);
        Assert.DoesNotContain(TelegramEmulator.SampleToken, string.Concat(desk.Log.Entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_imported_by_answering_it_and_one_that_is_too_large_is_refused()
    {
        await using var desk = await TelegramDesk.OpenAsync();
        var ann = desk.Telegram.AddPerson("Ann", "en");
        var own = ann.PrivateChatWith(desk.Bot);
        var bytes = Encoding.UTF8.GetBytes("""{"byline":1,"kind":"place","settings":{"zone":"Asia/Tokyo"}}""");

        var given = ann.SendsFile(own, "byline.json", bytes);
        ann.Says(own, "/import", replyTo: given);
        await own.WaitForAsync(m => m.Text.Contains("settings: time zone", StringComparison.Ordinal), Cancellation);
        ann.SendsFile(own, "large.json", new byte[2 << 20], "/import");
        await own.WaitForAsync(
            m => m.Text.StartsWith("“large.json” is larger than 1 MiB", StringComparison.Ordinal),
            Cancellation
        );

        Assert.Empty(desk.Telegram.Refusals);
    }
}
