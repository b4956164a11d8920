using Bot.Emulators.Discord.Calls;

namespace Bot.Tests.Discord;

public sealed class DiscordMenuTests
{
    private const string Put = "PUT /applications/{application_id}/commands";
    private const string Get = "GET /applications/{application_id}/commands";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commands_are_registered_once_and_not_again_where_they_are_the_same()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await desk.Discord.WaitForRequestsAsync(Put, 1, Cancellation);
        await desk.StopAsync();

        await desk.ConnectAsync();
        await desk.Discord.WaitForRequestsAsync(Get, 2, Cancellation);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");

        Assert.Single(desk.Discord.Requests.Of(Put));
        Assert.Empty(desk.Discord.Refusals);
    }

    [Fact]
    public async Task Commands_have_names_and_descriptions_in_every_language_and_the_rights_that_they_need()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await desk.Discord.WaitForRequestsAsync(Put, 1, Cancellation);

        var commands = desk.Bot.Commands.ToDictionary(c => (c.Kind, c.Name), c => c.Json);

        var summary = commands[(CommandKind.ChatInput, "summary")];
        Assert.Equal("kurzfassung", (string?)summary["name_localizations"]?["de"]);
        Assert.NotNull(summary["description_localizations"]?["de"]);
        Assert.Null(summary["default_member_permissions"]);
        foreach (var name in new[] { "feed", "digest", "filter", "settings", "forget" })
            Assert.Equal("32", (string?)commands[(CommandKind.ChatInput, name)]["default_member_permissions"]);
        Assert.Equal("Zitate", (string?)commands[(CommandKind.Message, "Quotes")]["name_localizations"]?["de"]);
        Assert.Equal("[0,1]", summary["contexts"]?.ToJsonString());
    }
}
