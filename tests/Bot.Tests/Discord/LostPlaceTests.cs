using Bot.Emulators.Discord;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord;

/// <summary>A channel that cannot be posted to any more: paused with its reason, told once, and taken up again by itself.</summary>
public sealed class LostPlaceTests
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 7, 29, 50, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_permission_that_is_taken_away_pauses_tells_once_and_what_waited_comes_once_when_it_is_back()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var own = desk.Ann.DirectMessagesWith(desk.Bot);
        await desk.PlanAsync(desk.Channel);

        desk.Channel.Overwrite(desk.Bot, deny: Permissions.SendMessages);
        var told = await desk.ComesAsync(own);
        var answer = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "latest");
        var list = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "digest list");
        desk.Channel.Overwrite(desk.Bot, allow: Permissions.SendMessages);
        await desk.ComesAsync(desk.Channel);
        await desk.QueueAsync(desk.Channel, "What comes next.");
        var posts = await desk.ComesAsync(desk.Channel, posts: 2);

        const string why = "I lack “Send Messages” there; allow it in the channel's settings, under Permissions";
        // Behind it its server's name, where Discord told of the server after something was set there.
        Assert.Contains("I can't post in **#news", Words(told[0]), StringComparison.Ordinal);
        Assert.Contains($"** any more: {why}", Words(told[0]), StringComparison.Ordinal);
        Assert.Contains("“Morning digest” is kept and goes on by itself", Words(told[0]), StringComparison.Ordinal);
        Assert.Contains(why, TranscriptText.Of(list), StringComparison.Ordinal);
        Assert.NotEmpty(answer.Embeds);
        Assert.Contains("Morning digest", Words(posts[0]), StringComparison.Ordinal);
        Assert.Contains("What comes next.", Words(posts[1]), StringComparison.Ordinal);
        Assert.Single(DiscordDesk.Posts(own));
        Assert.Empty(await desk.PausesAsync());
    }

    [Fact]
    public async Task A_role_that_gives_the_permission_back_ends_the_pause_too()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        await desk.PlanAsync(desk.Channel);
        desk.Guild.Changes(desk.Guild.Everyone, Permissions.Usual & ~Permissions.EmbedLinks);
        await desk.QueueAsync(desk.Channel, "A digest.");
        await desk.PassUntilAsync(
            () => desk.Log.Entries.Any(e => e.Contains("why.lacks-embed", StringComparison.Ordinal)),
            "the channel is paused"
        );

        desk.Guild.Changes(desk.Guild.Everyone, Permissions.Usual);

        await desk.ResumedAsync();
        Assert.Contains(
            await desk.ComesAsync(desk.Channel),
            m => Words(m).Contains("A digest.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_channel_that_is_hidden_from_the_bot_is_told_apart_from_one_that_is_deleted()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var gone = desk.Guild.AddTextChannel("gone");
        var own = desk.Ann.DirectMessagesWith(desk.Bot);
        await desk.PlanAsync(desk.Channel, ("name", "Hidden"));
        await desk.PlanAsync(gone, ("name", "Gone"));

        desk.Channel.Overwrite(desk.Bot, deny: Permissions.ViewChannel);
        gone.Delete();
        var told = await desk.ComesAsync(own, posts: 2);

        var words = told.Select(Words).ToList();
        Assert.Contains(words, w => Says(w, "#news", "any more: I lack “View Channel”"));
        Assert.Contains(words, w => Says(w, "#gone", "any more: the channel is deleted"));
    }

    [Fact]
    public async Task What_stands_in_the_way_of_one_channel_stops_no_other()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var other = desk.Guild.AddTextChannel("reading");
        desk.Channel.Overwrite(desk.Bot, deny: Permissions.SendMessages);

        await desk.PlanAsync(desk.Channel);
        await desk.PlanAsync(other);
        await desk.ComesAsync(other);
        await desk.PausedAsync("why.lacks-send");

        Assert.Empty(DiscordDesk.Posts(desk.Channel));
    }

    [Fact]
    public async Task A_server_that_is_known_since_a_start_has_an_owner_who_is_told()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var (ben, own) = await EditorAsync(desk);
        await DiscordDesk.AskAsync(ben, desk.Channel, "digest add", ("at", "07:30"), ("zone", "utc"));
        await desk.RestartAsync();
        await desk.UntilAsync(
            async () => await desk.QueryAsync<string>("SELECT owner FROM places WHERE owner IS NOT NULL") is not null,
            "the owner is known"
        );

        desk.Channel.Overwrite(desk.Bot, deny: Permissions.SendMessages);
        var told = await desk.ComesAsync(desk.Ann.DirectMessagesWith(desk.Bot));

        Assert.Contains("#news (News lovers)** any more", Words(told[0]), StringComparison.Ordinal);
        Assert.Empty(DiscordDesk.Posts(own));
    }

    [Fact]
    public async Task Where_no_owner_is_known_those_who_planned_are_told_each_of_theirs()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var (ben, own) = await EditorAsync(desk);
        await DiscordDesk.AskAsync(ben, desk.Channel, "digest add", ("at", "07:30"), ("zone", "utc"), ("name", "B"));
        await desk.PlanAsync(desk.Channel, ("name", "A"));

        desk.Channel.Overwrite(desk.Bot, deny: Permissions.SendMessages);
        var ben1 = await desk.ComesAsync(own);
        var ann1 = await desk.ComesAsync(desk.Ann.DirectMessagesWith(desk.Bot));

        Assert.Contains("“B” is kept", Words(ben1[0]), StringComparison.Ordinal);
        Assert.Contains("“A” is kept", Words(ann1[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_who_takes_no_messages_is_asked_once_and_nothing_else_is_held_up()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Ann.TakesDirectMessages = false;
        await desk.PlanAsync(desk.Channel);
        desk.Channel.Overwrite(desk.Bot, deny: Permissions.SendMessages);
        await desk.PassUntilAsync(() => desk.Discord.Requests.All.Any(r => r.Code == 50007), "the notice was refused");
        clock.Advance(TimeSpan.FromHours(3));

        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "latest");
        desk.Channel.Overwrite(desk.Bot, allow: Permissions.SendMessages);
        await desk.ComesAsync(desk.Channel);

        Assert.Equal(1, desk.Discord.Requests.All.Count(r => r.Code == 50007));
        Assert.Empty(await desk.PausesAsync());
    }

    [Fact]
    public async Task Direct_messages_that_are_refused_pause_their_digest_and_commands_are_answered_there()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var own = desk.Ann.DirectMessagesWith(desk.Bot);
        await desk.PlanAsync(own);
        desk.Ann.TakesDirectMessages = false;
        await desk.PassUntilAsync(() => desk.Discord.Requests.All.Any(r => r.Code == 50007), "the post was refused");
        await desk.PausedAsync("why.no-direct");

        var list = await DiscordDesk.AskAsync(desk.Ann, own, "digest list");

        Assert.Contains("the person takes no messages from me", TranscriptText.Of(list), StringComparison.Ordinal);
    }

    /// <summary>Somebody else who may manage the server.</summary>
    private static async Task<(Person Ben, Channel Own)> EditorAsync(DiscordDesk desk)
    {
        var ben = desk.Discord.AddPerson("Ben");
        desk.Guild.Joins(ben, desk.Guild.AddRole("Editors", Permissions.Usual | Permissions.ManageGuild));
        await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "help");
        return (ben, ben.DirectMessagesWith(desk.Bot));
    }

    private static string Words(Message message) => TranscriptText.Of(message);

    /// <summary>Behind the channel stands its server, where its name is known by then.</summary>
    private static bool Says(string words, string channel, string what) =>
        words.Contains($"**{channel}", StringComparison.Ordinal) && words.Contains(what, StringComparison.Ordinal);
}
