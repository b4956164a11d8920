using Bot.Core.Storage;
using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using DiscordChannel = Bot.Emulators.Discord.Channel;

namespace Bot.Tests.Discord;

/// <summary>What becomes of what a server has set when the bot is removed from it, let in again, and forgotten.</summary>
public sealed class ServerLifeTests
{
    private const string Left = "SELECT left_since FROM places WHERE left_since IS NOT NULL";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 7, 29, 50, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_removes_the_bot_gets_nothing_more_and_goes_on_when_it_lets_it_in_again()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        await desk.PlanAsync(desk.Channel);

        desk.Guild.Removes(desk.Bot);
        await desk.PausedAsync("why.removed");
        clock.Advance(TimeSpan.FromHours(1));
        desk.Guild.Invites(desk.Bot);
        var posts = await desk.ComesAsync(desk.Channel);

        Assert.Contains("Morning digest", TranscriptText.Of(posts[0]), StringComparison.Ordinal);
        Assert.InRange(posts[0].At, clock.GetUtcNow() - TimeSpan.FromMinutes(30), clock.GetUtcNow());
        Assert.Equal(1, await desk.QueryAsync<int>("SELECT COUNT(*) FROM digests"));
        await desk.UntilAsync(
            async () => await desk.QueryAsync<string>(Left) is null,
            "the server is known to have let the bot in again"
        );
        Assert.Empty(desk.Discord.Refusals);
    }

    [Fact]
    public async Task A_post_that_finds_the_bot_removed_waits_until_it_is_let_in_again()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        await desk.PlanAsync(desk.Channel);
        desk.Discord.Faults.Add("POST /channels/{channel_id}/messages", new Fault.Removed());

        await desk.QueueAsync(desk.Channel, "A digest.");
        await desk.PausedAsync("why.removed");
        desk.Guild.Invites(desk.Bot);
        var posts = await desk.ComesAsync(desk.Channel);

        Assert.Equal(1, posts.Count(p => TranscriptText.Of(p).Contains("A digest.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_removal_while_the_bot_was_away_is_noticed_at_the_start_and_so_is_the_return()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        await desk.PlanAsync(desk.Channel);
        await desk.RestartAsync(() => desk.Guild.Removes(desk.Bot));
        await desk.PausedAsync("why.removed");
        await desk.RestartAsync(() => desk.Guild.Invites(desk.Bot));
        await desk.UntilAsync(
            async () => await desk.QueryAsync<string>(Left) is null,
            "the server is known to have let the bot in again"
        );

        var posts = await desk.ComesAsync(desk.Channel);

        Assert.Contains("Morning digest", TranscriptText.Of(posts[0]), StringComparison.Ordinal);
        Assert.Empty(await desk.PausesAsync());
    }

    [Fact]
    public async Task Thirty_days_after_its_removal_all_that_a_server_had_is_gone()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        await desk.PlanAsync(desk.Channel);
        await desk.ComesAsync(desk.Channel);
        await RemovedAsync(desk);

        await desk.RestartAsync(later: TimeSpan.FromDays(29));
        Assert.NotEmpty(await RowsAsync(desk, desk.Guild));
        await desk.RestartAsync(later: TimeSpan.FromDays(2));
        await desk.UntilAsync(async () => (await RowsAsync(desk, desk.Guild)).Count == 0, "nothing is kept");
        desk.Guild.Invites(desk.Bot);
        var list = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "digest list");

        Assert.Contains("No digest is planned here", TranscriptText.Of(list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_are_counted_where_nothing_was_set_too()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        await desk.QueueAsync(desk.Channel, "A digest.");
        await desk.ComesAsync(desk.Channel);
        await RemovedAsync(desk);

        await desk.RestartAsync(later: TimeSpan.FromDays(31));

        await desk.UntilAsync(async () => (await RowsAsync(desk, desk.Guild)).Count == 0, "nothing is kept");
    }

    [Fact]
    public async Task A_server_that_is_out_of_reach_for_a_while_has_not_removed_the_bot()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        await desk.PlanAsync(desk.Channel);

        desk.Guild.FallsIll();
        await desk.ComesAsync(desk.Channel);

        Assert.Empty(await desk.PausesAsync());
        Assert.Null(await desk.QueryAsync<string>(Left));
    }

    [Fact]
    public async Task Direct_messages_that_have_settings_are_no_server_that_is_gone()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var own = desk.Ann.DirectMessagesWith(desk.Bot);
        await desk.PlanAsync(own);
        await desk.RestartAsync();

        await desk.ComesAsync(own);

        Assert.Empty(await desk.PausesAsync());
        Assert.Null(await desk.QueryAsync<string>(Left));
    }

    [Fact]
    public async Task Forgetting_deletes_at_once_every_row_of_the_server_and_none_of_another()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var other = desk.Discord.AddGuild("Others", desk.Ann);
        var theirs = other.AddTextChannel("news");
        DiscordChannel[] channels = [desk.Channel, theirs];
        foreach (var channel in channels)
        {
            await desk.PlanAsync(channel);
            await DiscordDesk.AskAsync(desk.Ann, channel, "latest");
        }

        foreach (var channel in channels)
        {
            await desk.ComesAsync(channel);
            channel.Overwrite(desk.Bot, deny: Permissions.SendMessages);
            await desk.QueueAsync(channel, "One more.");
        }

        await desk.UntilAsync(
            async () => await desk.QueryAsync<int>("SELECT COUNT(*) FROM told_pauses") == 2,
            "both channels are paused, and it was told"
        );
        var before = await RowsAsync(desk, other);
        var asked = await DiscordDesk.AskAsync(desk.Ann, desk.Channel, "forget");
        var done = await desk.Ann.Presses(asked, "Forget all of it").WaitForAnswerAsync(Cancellation);

        Assert.Contains("Forgotten.", TranscriptText.Of(done), StringComparison.Ordinal);
        // Its own answer goes through the outbox.
        Assert.All(await RowsAsync(desk, desk.Guild), r => Assert.StartsWith("outbox.", r, StringComparison.Ordinal));
        Assert.Equal(
            1,
            await desk.QueryAsync<int>($"SELECT COUNT(*) FROM outbox WHERE chat = 'discord:{desk.Guild.Id}'")
        );
        Assert.Equal(before, await RowsAsync(desk, other));
        Assert.True(before.Count >= 10, string.Join('\n', before));
    }

    [Fact]
    public async Task A_server_that_lets_the_bot_in_is_greeted_once_where_it_greets_its_newcomers()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock, isRunning: false);
        desk.Guild.SystemChannel = desk.Channel;
        await desk.ConnectAsync();
        var joined = Joining(desk, out var lobby);

        joined.Invites(desk.Bot);
        var greeting = await desk.ComesAsync(lobby);
        joined.Removes(desk.Bot);
        await desk.PausedAsync("why.removed");
        joined.Invites(desk.Bot);
        await desk.ResumedAsync();
        await desk.QueueAsync(lobby, "What comes next.");
        var posts = await desk.ComesAsync(lobby, posts: 2);

        Assert.Contains("I read the news", TranscriptText.Of(greeting[0]), StringComparison.Ordinal);
        Assert.Equal(["Latest", "Summary", "Help"], greeting[0].Pressable);
        Assert.Contains("What comes next.", TranscriptText.Of(posts[1]), StringComparison.Ordinal);
        // It was there before the start.
        Assert.Empty(DiscordDesk.Posts(desk.Channel));
        desk.IsAllRight();
    }

    [Fact]
    public async Task Where_the_greeting_may_not_be_posted_nothing_is_said_and_nothing_is_paused()
    {
        await using var desk = await DiscordDesk.OpenAtAsync(clock);
        var joined = Joining(desk, out var lobby);
        lobby.Overwrite(joined.Everyone, deny: Permissions.SendMessages);

        joined.Invites(desk.Bot);
        await desk.HearsAsync($"discord:{joined.Id} has let the bot in");
        await desk.PlanAsync(desk.Channel);
        await desk.ComesAsync(desk.Channel);

        Assert.Empty(lobby.BotMessages);
        Assert.Empty(await desk.PausesAsync());
        Assert.Equal(0, await desk.QueryAsync<int>($"SELECT COUNT(*) FROM outbox WHERE chat = 'discord:{joined.Id}'"));
    }

    /// <summary>Removes the bot, and waits until the days are counted.</summary>
    private static Task RemovedAsync(DiscordDesk desk)
    {
        desk.Guild.Removes(desk.Bot);
        return desk.UntilAsync(
            async () => await desk.QueryAsync<string>(Left) is not null && (await desk.PausesAsync()).Count > 0,
            "the server is known to have removed the bot"
        );
    }

    /// <summary>A server that is about to add the bot.</summary>
    private static Guild Joining(DiscordDesk desk, out DiscordChannel lobby)
    {
        var elsewhere = desk.Discord.AddBot(
            "MTI3NDAwMDAwMDAwMDAwMDAwMg.GbYlIn.the-token-of-some-other-program",
            "Other"
        );
        var guild = desk.Discord.AddGuild("Newcomers", desk.Ann, bots: elsewhere);
        lobby = guild.AddTextChannel("lobby");
        guild.SystemChannel = lobby;
        return guild;
    }

    /// <summary>Every column of the store that holds the address of the server or of a place in it.</summary>
    private static async Task<List<string>> RowsAsync(DiscordDesk desk, Guild guild)
    {
        await using var connection = await desk.Get<Database>().OpenAsync(Cancellation);
        var columns = await connection.QueryAsync<(string Table, string Column)>(
            """
            SELECT m.name, c.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c
            WHERE m.type = 'table' AND c.name IN ('destination', 'chat', 'place', 'moved_to') ORDER BY 1, 2
            """
        );
        var rows = new List<string>();
        foreach (var (table, column) in columns)
            rows.AddRange(
                await connection.QueryAsync<string>(
                    $"SELECT '{table}.{column} ' || {column} FROM {table} WHERE {column} LIKE 'discord:{guild.Id}%' ORDER BY 1"
                )
            );
        return rows;
    }
}
