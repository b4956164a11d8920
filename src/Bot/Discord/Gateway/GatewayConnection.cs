using System.Threading.Channels;

namespace Bot.Discord.Gateway;

/// <summary>One shard's connection: does what the machine says, with a real clock and real sockets.</summary>
internal sealed partial class GatewayConnection(
    GatewayIdentity identity,
    Func<IGatewaySocket> sockets,
    IdentifyGate gate,
    TimeProvider time,
    Random random,
    ILogger<GatewayConnection> log
) : IDisposable
{
    /// <summary>What no socket told.</summary>
    private const int NoLine = 0;

    private readonly GatewayMachine machine = new(identity);

    private readonly Channel<(int Line, GatewayInput Input)> inputs = Channel.CreateUnbounded<(int, GatewayInput)>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    private readonly DateTimeOffset startedAt = time.GetUtcNow();

    private readonly long started = time.GetTimestamp();

    private GatewayLine? line;

    private Task serving = Task.CompletedTask;

    private int lines;

    public GatewayState State { get; private set; } = new();

    /// <summary>The clock of the wall may be set; this one only goes on.</summary>
    private DateTimeOffset Now => startedAt + time.GetElapsedTime(started);

    /// <summary>Says it as soon as the connection may; at most 4096 bytes.</summary>
    public void Say(ReadOnlyMemory<byte> message)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(message.Length, GatewayMessages.MostBytes, nameof(message));
        Tell(NoLine, new GatewayInput.Wish(message));
    }

    /// <returns>Why it ended for good; null where it was cancelled.</returns>
    public async Task<string?> RunAsync(ChannelWriter<GatewayEvent> events, CancellationToken cancellation)
    {
        await using var timer = time.CreateTimer(
            _ => Tell(NoLine, new GatewayInput.TimePassed()),
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan
        );
        Tell(NoLine, new GatewayInput.Start());
        await using var stop = cancellation.Register(() => Tell(NoLine, new GatewayInput.Stop()));
        while (State.Phase is not GatewayPhase.Ended)
        {
            var (from, input) = await inputs.Reader.ReadAsync(CancellationToken.None);
            if (from != NoLine && from != lines)
                continue;
            await StepAsync(input, events);
            timer.Change(State.WakeAt is { } wake ? Until(wake) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        await serving;
        var why = (State.Phase as GatewayPhase.Ended)?.Why;
        if (why is not null)
            LogEnded(identity.Shard, why);
        return why;
    }

    public void Dispose() => line?.Dispose();

    private async Task StepAsync(GatewayInput input, ChannelWriter<GatewayEvent> events)
    {
        var before = State.Phase;
        var (state, outputs) = machine.Step(State, new Moment(Now, random.NextDouble()), input);
        State = state;
        LogStep(before, state.Phase, input);
        if (before is GatewayPhase.Identifying && state.Phase is GatewayPhase.Ready)
            await gate.ArrivedAsync(identity.Shard);
        foreach (var output in outputs)
        {
            switch (output)
            {
                case GatewayOutput.Connect connect:
                    Connect(connect.To);
                    break;
                case GatewayOutput.Send send when line is not null:
                    await line.SendAsync(send.Message);
                    break;
                case GatewayOutput.Close close when line is not null:
                    LogHangUp(identity.Shard, close.Why);
                    await line.CloseAsync(close.Code);
                    break;
                case GatewayOutput.AskToIdentify when line is not null:
                    _ = AskToIdentifyAsync(lines, line.Over);
                    break;
                case GatewayOutput.Dispatch dispatch:
                    await events.WriteAsync(dispatch.Event, CancellationToken.None);
                    break;
            }
        }
    }

    private void Connect(Uri to)
    {
        line?.Dispose();
        var number = ++lines;
        line = new GatewayLine(sockets(), identity.IsCompressed, time, input => Tell(number, input));
        serving = line.ServeAsync(to);
    }

    private async Task AskToIdentifyAsync(int number, CancellationToken cancellation)
    {
        try
        {
            await gate.WaitAsync(identity.Shard, cancellation);
            Tell(number, new GatewayInput.MayIdentify());
        }
        catch (OperationCanceledException)
        {
            // The line is down; the next one asks again.
        }
    }

    private void Tell(int from, GatewayInput input) => inputs.Writer.TryWrite((from, input));

    /// <summary>Rounded up to what a timer can tell apart, so that it never rings too early.</summary>
    private TimeSpan Until(DateTimeOffset wake)
    {
        var wait = wake - Now;
        return wait <= TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds));
    }

    private void LogStep(GatewayPhase before, GatewayPhase after, GatewayInput input)
    {
        if (before is GatewayPhase.Identifying && after is GatewayPhase.Ready)
            LogReady(identity.Shard);
        else if (before is GatewayPhase.Resuming && after is GatewayPhase.Ready)
            LogResumed(identity.Shard);
        else if (
            before is not GatewayPhase.Closing
            && input is GatewayInput.Closed closed
            && after is GatewayPhase.Resting
        )
            LogBroken(line?.Fault, identity.Shard, closed.Code);
    }

    [LoggerMessage(801, LogLevel.Information, "Discord: shard {Shard} is connected")]
    private partial void LogReady(int shard);

    [LoggerMessage(802, LogLevel.Information, "Discord: shard {Shard} goes on where its line broke")]
    private partial void LogResumed(int shard);

    [LoggerMessage(
        803,
        LogLevel.Information,
        "Discord: the line of shard {Shard} broke (code {Code}); it is opened again"
    )]
    private partial void LogBroken(Exception? fault, int shard, int? code);

    [LoggerMessage(804, LogLevel.Information, "Discord: shard {Shard} hangs up: {Why}")]
    private partial void LogHangUp(int shard, string why);

    [LoggerMessage(805, LogLevel.Error, "Discord: shard {Shard} stays away: {Why}")]
    private partial void LogEnded(int shard, string why);
}
