using System.Collections.Concurrent;
using System.Net;
using Bot.Discord.Gateway;
using Bot.Tests.Discord.Api;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Tests.Discord.Gateway;

public sealed class GatewayFleetTests : IDisposable
{
    private readonly ScriptedDiscord discord = new();

    private readonly ConcurrentQueue<FakeSocket> free;

    private readonly FakeSocket[] sockets = [new(), new()];

    public GatewayFleetTests() => free = new ConcurrentQueue<FakeSocket>(sockets);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => discord.Dispose();

    [Fact]
    public async Task As_many_shards_as_Discord_recommends_are_started_in_their_turn()
    {
        discord.SaysInTurn(Plan);
        var fleet = Fleet();
        var running = fleet.RunAsync(Cancellation);
        var deflated = GatewayInflaterTests.Deflate([MachineDesk.Hello, MachineDesk.Ready]);

        sockets[0].Say(deflated[0]);
        var first = await sockets[0].HearAsync(Cancellation);
        var isEarly = sockets[1].Opened.IsCompleted;
        await PassUntilAsync(() => sockets[1].Opened.IsCompleted);
        sockets[1].Say(deflated[0]);
        var second = sockets[1].HearAsync(Cancellation);
        await PassUntilAsync(() => second.IsCompleted);
        sockets[1].Say(deflated[1]);
        await using var events = fleet.ReadAsync(Cancellation).GetAsyncEnumerator(Cancellation);
        await events.MoveNextAsync();
        sockets[0].Close(4014);

        Assert.Contains("\"shard\":[0,2]", first, StringComparison.Ordinal);
        Assert.False(isEarly);
        Assert.Contains("\"shard\":[1,2]", await second, StringComparison.Ordinal);
        Assert.Equal(1, events.Current.Shard);
        Assert.Contains("Privileged Gateway Intents", await running, StringComparison.Ordinal);
        Assert.Equal(1000, await sockets[1].Closed);
    }

    [Fact]
    public async Task A_wrong_token_opens_no_line()
    {
        discord.SaysInTurn(() => ScriptedDiscord.Answer(HttpStatusCode.Unauthorized, "{}"));

        var why = await Fleet().RunAsync(Cancellation);

        Assert.Contains("developer portal", why, StringComparison.Ordinal);
        Assert.Equal(2, free.Count);
    }

    private GatewayFleet Fleet() =>
        new(
            discord.Client,
            "secret",
            () => free.TryDequeue(out var socket) ? socket : new FakeSocket { IsUnreachable = true },
            discord.Time,
            new Random(5),
            NullLoggerFactory.Instance
        );

    private async Task PassUntilAsync(Func<bool> isDone)
    {
        while (!isDone())
        {
            discord.Time.Advance(TimeSpan.FromSeconds(0.5));
            await Task.Delay(2, Cancellation);
        }
    }

    private static HttpResponseMessage Plan() =>
        ScriptedDiscord.Answer(
            HttpStatusCode.OK,
            """{"url":"wss://gateway.test","shards":2,"session_start_limit":{"total":1000,"remaining":999,"reset_after":14400000,"max_concurrency":1}}"""
        );
}
