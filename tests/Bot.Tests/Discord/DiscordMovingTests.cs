using Bot.Core.Chat;
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

        // With the server's name in it, where Discord told of the server after something was set there.
        Assert.Matches(@"^byline(-news-lovers)?\.json$", file.Name);
        Assert.True(exported.IsEphemeral);
        Assert.Contains("Forgotten.", TranscriptText.Of(sure), StringComparison.Ordinal);
        Assert.Contains("1 digest planned: Morning digest", TranscriptText.Of(asked), StringComparison.Ordinal);
        var back = System.Text.Encoding.UTF8.GetString(again.Attachments[0].Bytes.Span);
        Assert.Contains($"\"channel\": \"{desk.Channel.Id}\"", back, StringComparison.Ordinal);
        Assert.Contains("22:00-07:00", back, StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task What_a_file_has_of_another_servers_channels_is_left_out_and_posted_nowhere()
    {
        await using var desk = await DiscordDesk.OpenAsync(settings: Loopback);
        var foreign = desk.Discord.AddGuild("Somebody else's", desk.Discord.AddPerson("Eve")).AddTextChannel("general");
        var file = $$"""
            {"byline":1,"kind":"place","from":"discord:{{desk.Guild.Id}}",
             "channels":{"{{foreign.Id}}":{"size":"long"} },
             "feeds":[{"url":"https://news.example/rss","channel":"{{foreign.Id}}"}],
             "filters":[{"effect":"exclude","words":"sport","channel":"{{foreign.Id}}"}],
             "digests":[{"name":"Foreign","at":"07:30","zone":"UTC","channel":"{{foreign.Id}}"},
              {"name":"Own","at":"07:30","zone":"UTC","channel":"{{desk.Channel.Id}}"}]}
            """;

        var asked = await ImportAsync(desk, file);
        var file2 = (await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "export")).Attachments[0];

        var said = TranscriptText.Of(asked);
        Assert.Contains("1 digest planned: Own", said, StringComparison.Ordinal);
        Assert.Contains(
            "what is of 1 channel: it is not of this server, or I may not see it",
            said,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            $"{foreign.Id}",
            System.Text.Encoding.UTF8.GetString(file2.Bytes.Span),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("sport", System.Text.Encoding.UTF8.GetString(file2.Bytes.Span), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_post_for_a_channel_of_another_server_is_not_sent()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        var foreign = desk.Discord.AddGuild("Somebody else's", desk.Discord.AddPerson("Eve")).AddTextChannel("general");

        await desk.QueueAsync(new Destination("discord", $"{desk.Guild.Id}/{foreign.Id}"), "Hello");

        await desk.PausedAsync("why.channel-gone");
        Assert.Empty(foreign.BotMessages);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_digest_for_a_channel_that_is_closed_to_the_bot_is_planned_and_what_stands_in_its_way_is_said()
    {
        await using var desk = await DiscordDesk.OpenAsync(settings: Loopback);
        var quiet = desk.Guild.AddTextChannel("quiet");
        quiet.Overwrite(desk.Bot, deny: Permissions.SendMessages);

        var asked = await ImportAsync(
            desk,
            $$"""
            {"byline":1,"kind":"place","from":"discord:{{desk.Guild.Id}}",
             "digests":[{"name":"Hushed","at":"07:30","zone":"UTC","channel":"{{quiet.Id}}"}]}
            """
        );

        var said = TranscriptText.Of(asked);
        Assert.Contains("1 digest planned: Hushed", said, StringComparison.Ordinal);
        Assert.Contains("I can't post in #quiet: I lack “Send Messages” there", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_of_a_file_are_given_the_right_where_the_server_has_them_and_a_manager_says_so()
    {
        await using var desk = await DiscordDesk.OpenAsync(settings: Loopback);
        var ben = desk.Discord.AddPerson("Ben");
        var (editors, news) = (desk.Guild.AddRole("Editors"), desk.Guild.AddRole("News"));
        desk.Guild.Joins(ben, editors);
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "settings", ("roles", $"<@&{editors.Id}>"));
        var roles = $$"""{"id":"{{news.Id}}","name":"Old name"},{"id":"424242","name":"Gone"}""";
        string File(long guild, string zone) =>
            $$"""
                {"byline":1,"kind":"place","from":"discord:{{guild}}","settings":{"zone":"{{zone}}","roles":[{{roles}}]} }
                """;

        var bens = TranscriptText.Of(await ImportAsync(desk, File(desk.Guild.Id, "Asia/Tokyo"), ben));
        var elsewhere = TranscriptText.Of(await ImportAsync(desk, File(desk.Guild.Id + 1, "Europe/Berlin")));
        var anns = TranscriptText.Of(await ImportAsync(desk, File(desk.Guild.Id, "Europe/Lisbon")));
        var shown = TranscriptText.Of(await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "settings"));

        Assert.Contains("2 roles: only people who may manage this server", bens, StringComparison.Ordinal);
        Assert.Contains("settings: time zone", bens, StringComparison.Ordinal);
        Assert.Contains("2 roles: they are of another server", elsewhere, StringComparison.Ordinal);
        Assert.Contains("who else may administer: @News", anns, StringComparison.Ordinal);
        Assert.Contains("1 role: this server does not have it any more", anns, StringComparison.Ordinal);
        Assert.Contains("@News", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("@Gone", shown, StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task Of_twenty_five_roles_twenty_may_administer()
    {
        await using var desk = await DiscordDesk.OpenAsync(settings: Loopback);
        var roles = Enumerable.Range(1, 25).Select(n => $$"""{"id":"{{desk.Guild.AddRole($"Role {n}").Id}}"}""");

        var asked = await ImportAsync(
            desk,
            $$"""
            {"byline":1,"kind":"place","from":"discord:{{desk.Guild.Id}}","settings":{"roles":[{{string.Join(
                ',',
                roles
            )}}]} }
            """
        );

        Assert.Contains("5 roles: 20 at most may administer", TranscriptText.Of(asked), StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_name_that_several_roles_have_gives_none_of_them_the_right()
    {
        await using var desk = await DiscordDesk.OpenAsync();
        desk.Guild.AddRole("News");
        var meant = desk.Guild.AddRole("news");

        var named = TranscriptText.Of(
            await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "settings", ("roles", "@News"))
        );
        var mentioned = TranscriptText.Of(
            await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "settings", ("roles", $"<@&{meant.Id}>"))
        );

        Assert.Contains("This server has several roles “News”. Mention the one", named, StringComparison.Ordinal);
        Assert.Contains("@news", mentioned, StringComparison.Ordinal);
        desk.IsAllRight();
    }

    [Fact]
    public async Task A_file_that_cannot_be_fetched_is_answered_and_the_log_says_why_without_its_address()
    {
        // Without leave to ask this machine, where the emulator keeps its files.
        await using var desk = await DiscordDesk.OpenAsync();

        var answer = await DiscordDesk.AskAsync(
            desk.Ann,
            desk.Channel,
            "import",
            ("file", desk.Discord.Upload("byline.json", "{}"u8.ToArray()))
        );

        Assert.Contains("“byline.json” cannot be read", TranscriptText.Of(answer), StringComparison.Ordinal);
        var said = Assert.Single(desk.Log.Entries, e => e.Contains("A file that was given", StringComparison.Ordinal));
        Assert.DoesNotContain("byline.json", said, StringComparison.Ordinal);
    }

    /// <summary>Gives the file and presses the button.</summary>
    /// <returns>What was asked before.</returns>
    private static async Task<Message> ImportAsync(DiscordDesk desk, string file, Person? person = null)
    {
        var asked = await DiscordDesk.AskAsync(
            person ?? desk.Ann,
            desk.Channel,
            "import",
            ("file", desk.Discord.Upload("byline.json", System.Text.Encoding.UTF8.GetBytes(file)))
        );
        await (person ?? desk.Ann).Presses(asked, "Import").WaitForAnswerAsync(DiscordDesk.Cancellation);
        return asked;
    }
}
