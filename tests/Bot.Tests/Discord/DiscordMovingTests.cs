using Bot.Emulators.Discord;
using TranscriptText = Bot.Emulators.Discord.TranscriptText;

namespace Bot.Tests.Discord;

/// <summary>Settings of a server: who may change them, and how they move.</summary>
public sealed class DiscordMovingTests
{
    private static readonly KeyValuePair<string, string?>[] Loopback = [new("Feeds:AllowHosts", "127.0.0.1")];

    [Fact]
    public async Task Members_with_a_role_that_was_given_the_right_administer()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var (ben, carl) = (desk.Discord.AddPerson("Ben"), desk.Discord.AddPerson("Carl"));
        var role = desk.Guild.AddRole("News", Permissions.None);
        desk.Guild.Joins(ben, role);
        desk.Guild.Joins(carl);

        var set = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "settings", ("roles", $"<@&{role.Id}>"));
        var allowed = await DiscordDesk.AskAsync(ben, desk.Channel, "settings", ("zone", "tokyo"));
        var elsewhere = await DiscordDesk.AskAsync(
            ben,
            ben.DirectMessagesWith(desk.Bot),
            "digest list",
            ("channel", desk.Channel)
        );
        var refused = await DiscordDesk.AskAsync(carl, desk.Channel, "digest add", ("at", "07:30"));
        var given = await DiscordDesk.AskAsync(ben, desk.Channel, "settings", ("roles", "none"));

        Assert.Contains("@News", TranscriptText.Of(set), StringComparison.Ordinal);
        Assert.Contains("Asia/Tokyo", TranscriptText.Of(allowed), StringComparison.Ordinal);
        Assert.DoesNotContain("no place", TranscriptText.Of(elsewhere), StringComparison.Ordinal);
        Assert.Contains("let them give your role the right", TranscriptText.Of(refused), StringComparison.Ordinal);
        Assert.Contains("can say which roles", TranscriptText.Of(given), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_channel_has_a_language_of_its_own_on_everything_that_is_said_there()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var other = desk.Guild.AddTextChannel("deutsch");

        await DiscordDesk.AskAsync(desk.Ann, other, "settings", ("language", "de"), ("for", "here"));
        var german = await DiscordDesk.AskAsync(desk.Ann, other, "digest list");
        var english = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "digest list");

        Assert.Contains("geplant", TranscriptText.Of(german), StringComparison.Ordinal);
        Assert.Contains("planned", TranscriptText.Of(english), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_servers_settings_go_out_as_a_file_and_in_again()
    {
        await using var desk = await DiscordDesk.OpenAsync(settings: Loopback);
        await desk.PlanAsync(desk.Channel);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "settings", ("zone", "tokyo"), ("quiet", "22-7"));

        var exported = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "export");
        var file = Assert.Single(exported.Attachments);
        var sure = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "forget", ("sure", "yes"));
        var asked = await DiscordDesk.AskAsync(
            desk.Ann,
            desk.Channel,
            "import",
            ("file", desk.Discord.Upload(file.Name, file.Bytes))
        );
        await desk.Ann.Presses(asked, "Import").WaitForAnswerAsync(DiscordDesk.Cancellation);
        var again = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "export");

        Assert.Equal("byline.json", file.Name);
        Assert.True(exported.IsEphemeral);
        Assert.Contains("Forgotten.", TranscriptText.Of(sure), StringComparison.Ordinal);
        Assert.Contains("1 digest planned: Morning digest", TranscriptText.Of(asked), StringComparison.Ordinal);
        var back = System.Text.Encoding.UTF8.GetString(again.Attachments[0].Bytes.Span);
        Assert.Contains($"\"channel\": \"{desk.Channel.Id}\"", back, StringComparison.Ordinal);
        Assert.Contains("22:00-07:00", back, StringComparison.Ordinal);
        desk.IsAllRight();
    }
}
