using Bot.Emulators.Discord;
using Bot.Emulators.Discord.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord;

/// <summary>A digest of several messages, where an administrator chose a thread for all but the first.</summary>
public sealed class ThreadTests : IAsyncDisposable
{
    private const string Title = "Morning digest · Friday 2 January 2026";
    private const string Send = "POST /channels/{channel_id}/messages";
    private const string Open = "POST /channels/{channel_id}/messages/{message_id}/threads";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 1, 2, 7, 0, 0, TimeSpan.Zero));
    private DiscordDesk desk = null!; // Each test opens it first.

    public static TheoryData<Fault> InDoubt => DiscordSendingTests.InDoubt;

    public async ValueTask DisposeAsync() => await desk.DisposeAsync();

    [Fact]
    public async Task All_but_the_first_message_stand_in_one_thread_under_it()
    {
        await QueueAsync("Part 1.", "Part 2.", "Part 3.");
        await DeliveredAsync(3);

        Assert.Equal(["Part 1."], Words(desk.Channel));
        var thread = Assert.Single(desk.Channel.Threads);
        Assert.Equal(Title, thread.Name);
        Assert.Equal(desk.Channel.BotMessages[0].Id, thread.Id);
        Assert.Equal(["Part 2.", "Part 3."], Words(thread));
    }

    [Theory]
    [MemberData(nameof(InDoubt))]
    public async Task What_is_in_doubt_on_the_way_is_there_once(Fault fault)
    {
        desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Discord.Faults.Add(Open, fault);
        await QueueAsync("Part 1.", "Part 2.", "Part 3.");
        await DeliveredAsync(3);

        Assert.Equal(["Part 1."], Words(desk.Channel));
        Assert.Equal(["Part 2.", "Part 3."], Words(Assert.Single(desk.Channel.Threads)));
    }

    [Theory]
    [InlineData(Permissions.CreatePublicThreads, 0)]
    [InlineData(Permissions.SendMessagesInThreads, 1)]
    public async Task Where_the_bot_may_not_open_threads_or_write_in_them_it_goes_on_in_the_channel(
        Permissions denied,
        int threads
    )
    {
        desk = await DiscordDesk.OpenAtAsync(clock);
        desk.Channel.Overwrite(desk.Bot, deny: denied);
        await QueueAsync("Part 1.", "Part 2.");
        await DeliveredAsync(2);

        Assert.Equal(["Part 1.", "Part 2."], Words(desk.Channel));
        Assert.Equal(threads, desk.Channel.Threads.Count);
        Assert.Empty(await desk.PausesAsync());
    }

    [Fact]
    public async Task In_a_forum_it_is_one_thread_as_ever()
    {
        desk = await DiscordDesk.OpenAtAsync(clock);
        var forum = desk.Guild.AddForum("reading");
        await desk.QueueAsync(DiscordDesk.PlaceOf(forum), Title, ["Part 1.", "Part 2."]);
        await DeliveredAsync(2);

        Assert.Equal(["Part 1.", "Part 2."], Words(Assert.Single(forum.Threads)));
    }

    private async Task QueueAsync(params IEnumerable<string> parts)
    {
        desk ??= await DiscordDesk.OpenAtAsync(clock);
        await desk.QueueAsync(DiscordDesk.PlaceOf(desk.Channel), Title, parts);
    }

    private Task DeliveredAsync(int posts) =>
        desk.PassUntilAsync(
            async () => await desk.QueryAsync<int>("SELECT COUNT(*) FROM outbox WHERE state = 'sent'") == posts,
            $"{posts} messages are sent"
        );

    private static IEnumerable<string> Words(Channel channel) => channel.BotMessages.Select(DiscordSendingTests.Words);
}
