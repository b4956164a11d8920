using System.Collections.Concurrent;
using System.Threading.Channels;
using Bot.Discord.Api.Wire;
using Bot.Discord.Gateway;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Discord.Gateway;

public sealed class GatewayConnectionTests : IDisposable
{
    private readonly FakeTimeProvider time = new(MachineDesk.Morning);

    private readonly Channel<GatewayEvent> events = Channel.CreateUnbounded<GatewayEvent>();

    private readonly CancellationTokenSource over = new();

    private readonly Queue<FakeSocket> sockets = [];

    private readonly ConcurrentQueue<string> trouble = [];

    private readonly ConcurrentQueue<DateTimeOffset> identified = [];

    private GatewayConnection? connection;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        over.Cancel();
        over.Dispose();
        connection?.Dispose();
    }

    [Fact]
    public async Task It_greets_identifies_and_passes_events_on()
    {
        var socket = new FakeSocket();
        var running = Run(isCompressed: false, socket);

        await GreetAsync(socket);
        socket.Say("""{"op":0,"s":2,"t":"INTERACTION_CREATE","d":{"id":"9"}}""");

        Assert.Equal("READY", (await events.Reader.ReadAsync(Cancellation)).Name);
        Assert.Equal("INTERACTION_CREATE", (await events.Reader.ReadAsync(Cancellation)).Name);
        await over.CancelAsync();
        Assert.Null(await running);
        Assert.Equal(1000, await socket.Closed);
    }

    /// <summary>The next process keeps its distance from when Discord heard this one, not from when it spoke.</summary>
    [Fact]
    public async Task It_remembers_when_it_was_heard_and_not_only_when_it_spoke()
    {
        var socket = new FakeSocket();
        _ = Run(isCompressed: false, socket);
        socket.Say(MachineDesk.Hello);
        await socket.HearAsync(Cancellation);
        var spoken = time.GetUtcNow();

        time.Advance(TimeSpan.FromSeconds(2));
        socket.Say(MachineDesk.Ready);
        await events.Reader.ReadAsync(Cancellation);

        Assert.Equal([spoken, spoken.AddSeconds(2)], identified);
    }

    [Fact]
    public async Task It_reads_a_compressed_line()
    {
        var socket = new FakeSocket();
        _ = Run(isCompressed: true, socket);
        var deflated = GatewayInflaterTests.Deflate([MachineDesk.Hello, MachineDesk.Ready]);

        socket.Say(deflated[0]);
        await socket.HearAsync(Cancellation);
        socket.Say(deflated[1][..10]);
        socket.Say(deflated[1][10..]);

        Assert.Equal("READY", (await events.Reader.ReadAsync(Cancellation)).Name);
    }

    [Fact]
    public async Task It_beats_at_its_interval()
    {
        var socket = new FakeSocket();
        _ = Run(isCompressed: false, socket);
        await GreetAsync(socket);
        await events.Reader.ReadAsync(Cancellation);

        for (var i = 0; i < 3; i++)
        {
            await AdvanceAsync(TimeSpan.FromSeconds(40), () => !socket.HasHeardNothing);
            Assert.Equal("""{"op":1,"d":1}""", await socket.HearAsync(Cancellation));
            socket.Say("""{"op":11}""");
            await UntilAsync(() => connection?.State.Heartbeat is { IsAnswered: true });
        }
    }

    [Fact]
    public async Task A_cut_line_is_resumed_where_Discord_says()
    {
        var (first, second) = (new FakeSocket(), new FakeSocket());
        _ = Run(isCompressed: false, first, second);
        await GreetAsync(first);
        await events.Reader.ReadAsync(Cancellation);

        first.Break();
        await UntilAsync(() => connection?.State.Phase is GatewayPhase.Resting);
        await AdvanceAsync(TimeSpan.FromSeconds(1), () => second.Opened.IsCompleted);
        second.Say(MachineDesk.Hello);

        Assert.Equal(new Uri("wss://resume.test/?v=10&encoding=json"), await second.Opened);
        Assert.Equal(
            """{"op":6,"d":{"token":"secret","session_id":"abc","seq":1}}""",
            await second.HearAsync(Cancellation)
        );
    }

    [Fact]
    public async Task A_server_that_is_silent_and_deaf_is_left()
    {
        var (first, second) = (new FakeSocket { IsDeaf = true }, new FakeSocket());
        _ = Run(isCompressed: false, first, second);
        await GreetAsync(first);
        await events.Reader.ReadAsync(Cancellation);

        await AdvanceAsync(TimeSpan.FromSeconds(40), () => !first.HasHeardNothing);
        await AdvanceAsync(TimeSpan.FromSeconds(40), () => first.Closed.IsCompleted);
        await AdvanceAsync(TimeSpan.FromSeconds(12), () => second.Opened.IsCompleted);

        Assert.NotInRange(await first.Closed, 1000, 1001);
    }

    [Fact]
    public async Task A_socket_that_cannot_be_opened_is_tried_again()
    {
        var (first, second) = (new FakeSocket { IsUnreachable = true }, new FakeSocket());
        _ = Run(isCompressed: false, first, second);

        await UntilAsync(() => connection?.State.Phase is GatewayPhase.Resting);
        await AdvanceAsync(TimeSpan.FromSeconds(1), () => second.Opened.IsCompleted);

        Assert.Equal(MachineDesk.Home.Host, (await second.Opened).Host);
    }

    [Fact]
    public async Task What_cannot_be_mended_by_trying_again_ends_it_with_the_mend()
    {
        var socket = new FakeSocket();
        var running = Run(isCompressed: false, socket);
        await GreetAsync(socket);

        socket.Close(4004);

        Assert.Contains("developer portal", await running, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_zlib_stream_break_the_line_alone()
    {
        var (first, second) = (new FakeSocket(), new FakeSocket());
        _ = Run(isCompressed: true, first, second);

        first.Say([1, 2, 3, 4, 0, 0, 0xFF, 0xFF]);
        await UntilAsync(() => connection?.State.Phase is GatewayPhase.Resting);
        await AdvanceAsync(TimeSpan.FromSeconds(1), () => second.Opened.IsCompleted);

        Assert.Empty(trouble);
    }

    [Fact]
    public void What_is_larger_than_Discord_takes_is_not_said()
    {
        _ = Run(isCompressed: false, new FakeSocket());

        Assert.Throws<ArgumentOutOfRangeException>(() => connection?.Say(new byte[4097]));
    }

    private Task<string?> Run(bool isCompressed, params FakeSocket[] prepared)
    {
        foreach (var socket in prepared)
            sockets.Enqueue(socket);
        connection = new GatewayConnection(
            new GatewayIdentity("secret", MachineDesk.Home) { IsCompressed = isCompressed },
            () => sockets.Dequeue(),
            new IdentifyGate(new SessionStartLimit(1000, 1000, 0, 1), time)
            {
                Memory = new IdentifyMemory(
                    _ => Task.FromResult<DateTimeOffset?>(null),
                    (at, _) =>
                    {
                        identified.Enqueue(at);
                        return Task.CompletedTask;
                    }
                ),
            },
            time,
            new Random(7),
            NullLogger<GatewayConnection>.Instance
        );
        return RunAsync(connection);
    }

    private async Task<string?> RunAsync(GatewayConnection started)
    {
        try
        {
            return await started.RunAsync(events.Writer, over.Token);
        }
        catch (Exception failed)
        {
            trouble.Enqueue(failed.Message);
            throw;
        }
    }

    private static async Task GreetAsync(FakeSocket socket)
    {
        socket.Say(MachineDesk.Hello);
        Assert.Contains("\"op\":2", await socket.HearAsync(Cancellation), StringComparison.Ordinal);
        socket.Say(MachineDesk.Ready);
    }

    /// <summary>In small steps, so that every timer that is set meanwhile rings.</summary>
    private async Task AdvanceAsync(TimeSpan most, Func<bool> isDone)
    {
        var step = TimeSpan.FromSeconds(1);
        for (var passed = TimeSpan.Zero; passed <= most + step && !isDone(); passed += step)
        {
            time.Advance(step);
            await Task.Delay(2, Cancellation);
        }

        await UntilAsync(isDone);
    }

    private static async Task UntilAsync(Func<bool> isDone)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(TimeSpan.FromMinutes(2));
        while (!isDone())
            await Task.Delay(2, limit.Token);
    }
}
