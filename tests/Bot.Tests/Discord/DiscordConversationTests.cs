using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;

namespace Bot.Tests.Discord;

public sealed class DiscordConversationTests
{
    private const string Statement = """
        The harbour authority will close the old crane for good, its director Otto Lind said on Monday after the storm.

        "We cannot mend it again, and we will not pretend that we can," Lind told reporters on the quay.
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_command_is_acknowledged_at_once_and_answered_in_its_channel()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var asked = await desk.Ann.UsesCommandAsync(desk.Channel, "summary", Cancellation);
        var answer = await asked.WaitForAnswerAsync(Cancellation);

        Assert.Contains("talks", TranscriptText.Of(answer), StringComparison.OrdinalIgnoreCase);
        Assert.False(answer.IsEphemeral);
        Assert.Equal(
            "POST /interactions/{interaction_id}/{interaction_token}/callback",
            desk.Discord.Requests.All.First(r => r.Route.Contains("interaction", StringComparison.Ordinal)).Route
        );
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_button_asks_on_and_a_page_is_turned_in_its_place_after_a_restart_too()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var read = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "read");
        await desk.StopAsync();
        await desk.ConnectAsync();

        var turned = await desk.Ann.Presses(read, "›").WaitForAnswerAsync(Cancellation);
        var quotes = await desk.Ann.Presses(turned, "Quotes").WaitForAnswerAsync(Cancellation);

        Assert.Equal(read.Id, turned.Id);
        Assert.Contains("2 of", string.Join(' ', turned.Buttons.SelectMany(r => r)), StringComparison.Ordinal);
        Assert.NotEqual(read.Id, quotes.Id);
        Assert.Equal(2, desk.Channel.BotMessages.Count);
        desk.IsAllRight();
    }

    [Fact]
    public async Task What_is_about_the_place_is_answered_to_the_asker_alone()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var settings = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "settings", ("zone", "Europe/Berlin"));
        var german = await desk.Ann.Presses(settings, "Deutsch").WaitForAnswerAsync(Cancellation);

        Assert.Equal(desk.Ann, settings.OnlyFor);
        Assert.Equal(settings.Id, german.Id);
        Assert.Contains("Zeitzone", TranscriptText.Of(german), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_reader_is_told_who_may_and_nobody_else_sees_it()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var ben = desk.Discord.AddPerson("Ben");
        desk.Guild.Joins(ben);

        // A role may be given the right, which Discord does not know of: it shows the commands to everybody.
        var typed = await DiscordDesk.AskAsync(ben, desk.Channel, "ask", ("line", "/digest add at:07:30 zone:utc"));
        var used = await DiscordDesk.AskAsync(ben, desk.Channel, "digest add", ("at", "07:30"), ("zone", "utc"));

        Assert.All([typed, used], a => Assert.Equal(ben, a.OnlyFor));
        Assert.All([typed, used], a => Assert.Contains("may manage", TranscriptText.Of(a), StringComparison.Ordinal));
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_form_asks_for_the_settings()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var settings = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "settings");

        var form = await desk.Ann.Presses(settings, "Change …").WaitForModalAsync(Cancellation);
        var changed = await desk
            .Ann.Submits(form, ("Time zone", "tokyo"), ("Language", "de"))
            .WaitForAnswerAsync(Cancellation);

        Assert.Equal(["Time zone", "Language", "Size", "Quiet hours", "For"], form.Fields);
        Assert.Contains("Asia/Tokyo", TranscriptText.Of(changed), StringComparison.Ordinal);
        Assert.Contains("Zeitzone", TranscriptText.Of(changed), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_form_plans_a_digest()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var none = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "digest list");

        var form = await desk.Ann.Presses(none, "Plan one …").WaitForModalAsync(Cancellation);
        var planned = await desk
            .Ann.Submits(form, ("Times", "07:30"), ("Time zone", "berlin"), ("Days", "mon-fri"))
            .WaitForAnswerAsync(Cancellation);

        Assert.Contains(
            "Monday to Friday at 07:30, Europe/Berlin",
            TranscriptText.Of(planned),
            StringComparison.Ordinal
        );
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_form_changes_a_digest_and_what_is_left_empty_stays()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var planned = await DiscordDesk.AskAsync(
            desk.Ann,
            desk.Channel,
            "digest add",
            ("at", "07:30"),
            ("zone", "berlin"),
            ("days", "mon-fri")
        );

        var form = await desk.Ann.Presses(planned, "Change …").WaitForModalAsync(Cancellation);
        var changed = await desk
            .Ann.Submits(form, ("Or every so often", "3h"), ("Quiet hours", "22-7"))
            .WaitForAnswerAsync(Cancellation);

        Assert.Contains(
            "Every 3 hours, Monday to Friday, quiet from 22:00 to 07:00, Europe/Berlin",
            TranscriptText.Of(changed),
            StringComparison.Ordinal
        );
        desk.IsAllRight();
    }

    [Fact]
    public async Task Articles_people_zones_and_digests_are_suggested_while_they_are_typed()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "digest add", ("at", "07:30"), ("zone", "utc"));

        var articles = await desk.Ann.Types(desk.Channel, "summary", "article", "").WaitForChoicesAsync(Cancellation);
        var people = await desk.Ann.Types(desk.Channel, "who", "name", "zel").WaitForChoicesAsync(Cancellation);
        var zones = await desk.Ann.Types(desk.Channel, "settings", "zone", "ber").WaitForChoicesAsync(Cancellation);
        var digests = await desk.Ann.Types(desk.Channel, "digest pause", "name", "m").WaitForChoicesAsync(Cancellation);
        var help = await desk.Ann.Types(desk.Channel, "help", "command", "q").WaitForChoicesAsync(Cancellation);

        Assert.Contains("Donald Trump", articles[0].Name, StringComparison.Ordinal);
        Assert.Equal(["Volodymyr Zelenskyy"], people.Select(c => c.Value));
        Assert.Contains("Europe/Berlin", zones.Select(c => c.Value));
        Assert.Equal(["Morning digest"], digests.Select(c => c.Value));
        Assert.Equal(["quotes"], help.Select(c => c.Value));
        var chosen = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "summary", ("article", articles[0].Value));
        Assert.Contains("talks", TranscriptText.Of(chosen), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task The_menu_of_a_message_gives_the_quotations_in_it()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");
        var said = desk.Ann.Says(desk.Channel, Statement);
        var remark = desk.Ann.Says(desk.Channel, "So it goes.");

        var quotes = await desk.Ann.UsesMessageCommand(said, "Quotes").WaitForAnswerAsync(Cancellation);
        var none = await desk.Ann.UsesMessageCommand(remark, "Quotes").WaitForAnswerAsync(Cancellation);

        Assert.Contains("Otto Lind", TranscriptText.Of(quotes), StringComparison.Ordinal);
        Assert.Contains("we will not pretend", TranscriptText.Of(quotes), StringComparison.Ordinal);
        Assert.DoesNotContain("Zelenskyy", TranscriptText.Of(none), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_line_in_plain_words_is_understood_and_a_slip_is_asked_about()
    {
        await using var desk = await DiscordDesk.OpenAsync();

        var slip = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "ask", ("line", "sumary"));
        var asked = TranscriptText.Of(slip);
        var summary = await desk.Ann.Presses(slip, "Yes").WaitForAnswerAsync(Cancellation);

        Assert.Contains("Did you mean", asked, StringComparison.Ordinal);
        Assert.Equal(slip.Id, summary.Id);
        Assert.Contains("talks", TranscriptText.Of(summary), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task Each_reader_is_answered_in_their_own_language()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var eva = desk.Discord.AddPerson("Eva", "de");
        desk.Guild.Joins(eva);

        var german = await DiscordDesk.AskAsync(eva, desk.Channel, "help");
        var english = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");

        Assert.Contains("Was man fragen kann", TranscriptText.Of(german), StringComparison.Ordinal);
        Assert.DoesNotContain("Was man fragen kann", TranscriptText.Of(english), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task Direct_messages_are_a_place_of_their_own()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var own = desk.Ann.DirectMessagesWith(desk.Bot);

        await DiscordDesk.AskAsync(desk.Ann, own, "latest");
        var settings = await DiscordDesk.AskAsync(desk.Ann, own, "settings", ("zone", "tokyo"));

        Assert.False(settings.IsEphemeral);
        Assert.Contains("Asia/Tokyo", TranscriptText.Of(settings), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task An_interaction_that_is_told_twice_is_answered_once()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var asked = await desk.Ann.UsesCommandAsync(desk.Channel, "latest", Cancellation);
        await asked.WaitForAnswerAsync(Cancellation);

        desk.Bot.Gateway.Redelivers(asked);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");

        Assert.Equal(2, desk.Channel.BotMessages.Count);
        Assert.Equal(
            2,
            desk.Discord.Requests.Of("POST /interactions/{interaction_id}/{interaction_token}/callback").Count
        );
    }

    [Fact]
    public async Task An_answer_that_comes_after_the_interaction_is_over_is_a_message_of_its_own()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Discord.Faults.Add(
            "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original",
            new Fault.Refuses(404, 10015, "Unknown Webhook")
        );

        await desk.Ann.UsesCommandAsync(desk.Channel, "latest", Cancellation);
        var messages = await desk.Channel.WaitForBotMessagesAsync(1, Cancellation);

        Assert.Contains(messages, m => m.Answers is null && m.Embeds.Count > 0);
    }
}
