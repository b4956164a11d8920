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
    public async Task Commands_have_names_and_descriptions_in_every_language_and_hide_from_nobody_who_may_have_a_role()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await desk.Discord.WaitForRequestsAsync(Put, 1, Cancellation);

        var commands = desk.Bot.Commands.ToDictionary(c => (c.Kind, c.Name), c => c.Json);

        var summary = commands[(CommandKind.ChatInput, "summary")];
        Assert.Equal("kurzfassung", (string?)summary["name_localizations"]?["de"]);
        Assert.NotNull(summary["description_localizations"]?["de"]);
        Assert.All(commands.Values, c => Assert.Null(c["default_member_permissions"]));
        Assert.Equal("Zitate", (string?)commands[(CommandKind.Message, "Quotes")]["name_localizations"]?["de"]);
        Assert.Equal("[0,1]", summary["contexts"]?.ToJsonString());
    }
}
