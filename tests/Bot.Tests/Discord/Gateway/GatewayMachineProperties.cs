using System.Text;
using Bot.Discord.Gateway;
using CsCheck;

namespace Bot.Tests.Discord.Gateway;

/// <summary>Whatever Discord says and whenever: what always holds.</summary>
public sealed class GatewayMachineProperties
{
    private const string FastHello = """{"op":10,"d":{"heartbeat_interval":50}}""";

    private static readonly string[] Words =
    [
        MachineDesk.Hello,
        MachineDesk.Ready,
        FastHello,
        """{"op":11,"d":null}""",
        """{"op":1,"d":null}""",
        """{"op":7,"d":null}""",
        """{"op":9,"d":true}""",
        """{"op":9,"d":false}""",
        """{"op":0,"s":5,"t":"X","d":{}}""",
        """{"op":0,"s":2,"t":"Y","d":{}}""",
        """{"op":0,"s":9,"t":"RESUMED","d":{}}""",
        """{"op":0,"s":null,"t":null,"d":null}""",
        """{"op":0,"s":-1,"t":"\ud800","d":{}}""",
        "nothing",
    ];

    private static readonly Gen<GatewayInput> Inputs = Gen.Frequency(
        (
            8,
            Gen.Int[0, Words.Length - 1]
                .Select(i => Words[i])
                .Select(w => (GatewayInput)new GatewayInput.Received(Encoding.UTF8.GetBytes(w)))
        ),
        (1, Gen.Byte.Array.Select(b => (GatewayInput)new GatewayInput.Received(b))),
        (6, Gen.Const((GatewayInput)new GatewayInput.TimePassed())),
        (3, Gen.Const((GatewayInput)new GatewayInput.Opened())),
        (3, Gen.Const((GatewayInput)new GatewayInput.MayIdentify())),
        (
            2,
            Gen.Int[0, 4]
                .Select(i => new int?[] { null, 1000, 4000, 4007, 4009 }[i])
                .Select(c => (GatewayInput)new GatewayInput.Closed(c))
        ),
        (1, Gen.Const((GatewayInput)new GatewayInput.Wish(new byte[] { 0x7B, 0x7D }))),
        (1, Gen.Const((GatewayInput)new GatewayInput.Start()))
    );

    /// <summary>Half of all moments are those that the state itself waits for.</summary>
    private static readonly Gen<(GatewayInput Input, double Luck, double? Pause)[]> Stories = Gen.Select(
        Inputs,
        Gen.Double[0, 0.999],
        Gen.Frequency((2, Gen.Double[0, 0.05].Nullable()), (1, Gen.Double[0, 70].Nullable()))
    ).Array[0, 300];

    /// <summary>What stands around one value in messages of every kind.</summary>
    private static readonly (string Before, string After)[] Envelopes =
    [
        ("{\"op\":0,\"s\":2,\"t\":\"", "\",\"d\":{}}"),
        ("""{"op":0,"s":""", ""","t":"X","d":{}}"""),
        ("""{"op":0,"s":2,"t":"X","d":""", "}"),
        ("{\"op\":0,\"s\":2,\"t\":\"READY\",\"d\":{\"session_id\":\"", "\"}}"),
        ("""{"op":0,"s":2,"t":"READY","d":{"session_id":"a","resume_gateway_url":""", "}}"),
        ("""{"op":9,"d":""", "}"),
        ("""{"op":10,"d":{"heartbeat_interval":""", "}}"),
        ("""{"op":""", "}"),
        ("{\"", "\":1,\"op\":11}"),
    ];

    private static readonly string[] Oddities =
    [
        "\\ud800",
        "\"\\ud800\"",
        "1e999",
        "-",
        "99999999999999999999",
        "{}",
        "[[",
        "null",
        "\"",
    ];

    private static readonly Gen<byte[]> AlmostMessages = Gen.Select(
        Gen.Int[0, Envelopes.Length - 1].Select(i => Envelopes[i]),
        Gen.OneOf(
            Gen.Byte.Array[0, 12],
            Gen.Int[0, Oddities.Length - 1].Select(i => Encoding.UTF8.GetBytes(Oddities[i]))
        ),
        (around, value) =>
            (byte[])[.. Encoding.UTF8.GetBytes(around.Before), .. value, .. Encoding.UTF8.GetBytes(around.After)]
    );

    /// <summary>To a line that stands, fast: most of what is heard asks for an answer or counts.</summary>
    private static readonly Gen<(GatewayInput Input, double Luck, double? Pause)[]> Floods = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const((GatewayInput)Heard("""{"op":1,"d":null}"""))),
            (2, Gen.Const((GatewayInput)new GatewayInput.Wish(new byte[] { 0x7B, 0x7D }))),
            (3, Gen.Int[-1, 30].Select(s => (GatewayInput)Heard($$$"""{"op":0,"s":{{{s}}},"t":"X","d":{}}"""))),
            (1, Gen.Const((GatewayInput)Heard("""{"op":11}"""))),
            (1, Gen.Const((GatewayInput)new GatewayInput.TimePassed()))
        ),
        Gen.Double[0, 0.999],
        Gen.Double[0, 0.3].Select(pause => (double?)pause)
    ).Array[0, 500];

    [Fact]
    public void Nothing_is_sent_before_hello() =>
        Stories.Sample(story =>
        {
            var hasHello = false;
            return Tell(story)
                .All(step =>
                {
                    var heard = step.Input is GatewayInput.Received received
                        ? Encoding.UTF8.GetString(received.Message.Span)
                        : "";
                    if (step.Outputs.Any(o => o is GatewayOutput.Connect))
                        hasHello = false;
                    hasHello |= heard.StartsWith("""{"op":10""", StringComparison.Ordinal);
                    return hasHello || !step.Outputs.Any(o => o is GatewayOutput.Send);
                });
        });

    [Fact]
    public void No_more_than_120_messages_are_sent_within_a_minute() =>
        Floods.Sample(story => IsWithinTheLimit(Tell(story, MachineDesk.Connected())));

    [Fact]
    public void A_heart_that_beats_fast_keeps_to_the_limit_too() =>
        Gen.Double[0, 0.3]
            .Array[0, 500]
            .Sample(pauses =>
            {
                var story = pauses.SelectMany(pause =>
                    new (GatewayInput, double, double?)[]
                    {
                        (new GatewayInput.TimePassed(), 0.5, pause),
                        (Heard("""{"op":11}"""), 0.5, 0),
                    }
                );
                return IsWithinTheLimit(Tell([.. story], MachineDesk.Connected(FastHello)));
            });

    [Fact]
    public void Heartbeats_that_are_due_keep_the_interval() =>
        Stories.Sample(story =>
        {
            DateTimeOffset? last = null;
            foreach (var step in Tell(story))
            {
                if (step.Outputs.Any(o => o is GatewayOutput.Connect))
                    last = null;
                if (step.Input is not GatewayInput.TimePassed || !step.Outputs.Any(IsHeartbeat))
                    continue;
                if (step.At - last < step.State.Heartbeat?.Interval)
                    return false;
                last = step.At;
            }

            return true;
        });

    [Fact]
    public void Numbers_only_grow_within_a_session() =>
        Floods.Sample(story =>
            Tell(story, MachineDesk.Connected())
                .Select(s => s.State.Session)
                .Aggregate(
                    (Before: (GatewaySession?)null, IsRight: true),
                    (so, session) =>
                        (
                            session,
                            so.IsRight
                                && (
                                    so.Before is null
                                    || session is null
                                    || session.Id != so.Before.Id
                                    || session.Sequence >= so.Before.Sequence
                                )
                        )
                )
                .IsRight
        );

    [Fact]
    public void Whatever_comes_it_stands_in_a_state_and_knows_how_to_go_on() =>
        Stories.Sample(story =>
            Tell(story)
                .All(s =>
                    s.State.WakeAt is not null
                    || s.State.Phase is GatewayPhase.Idle or GatewayPhase.Connecting or GatewayPhase.Ended
                )
        );

    [Fact]
    public void Any_bytes_are_read_or_not_and_never_throw() =>
        Gen.Select(Gen.OneOf(Gen.Byte.Array, AlmostMessages), Gen.Int[0, 3])
            .Sample(
                (bytes, standing) =>
                {
                    var desk = Standing(standing);
                    desk.Do(new GatewayInput.Received(bytes));
                    return desk.State.Phase is GatewayPhase.Closing || desk.State.Phase.IsOpen;
                }
            );

    private sealed record Told(
        DateTimeOffset At,
        GatewayInput Input,
        GatewayState State,
        IReadOnlyList<GatewayOutput> Outputs
    );

    private static bool IsWithinTheLimit(IEnumerable<Told> story)
    {
        var sent = new List<DateTimeOffset>();
        foreach (var step in story)
        {
            if (step.Outputs.Any(o => o is GatewayOutput.Connect))
                sent.Clear();
            sent.AddRange(step.Outputs.OfType<GatewayOutput.Send>().Select(_ => step.At));
            if (sent.Count(s => s > step.At - TimeSpan.FromSeconds(60)) > 120)
                return false;
        }

        return true;
    }

    /// <summary>A line before hello, before it is ready, while it resumes, and one that is ready.</summary>
    private static MachineDesk Standing(int number)
    {
        var desk = number >= 2 ? MachineDesk.Connected() : new MachineDesk();
        if (number == 3)
            return desk;
        if (number == 2)
        {
            desk.Do(new GatewayInput.Closed(null));
            desk.Wake();
        }
        else
        {
            desk.Do(new GatewayInput.Start());
        }

        desk.Do(new GatewayInput.Opened());
        if (number == 0)
            return desk;
        desk.Hear(MachineDesk.Hello);
        desk.Do(new GatewayInput.MayIdentify());
        return desk;
    }

    private static GatewayInput.Received Heard(string message) => new(Encoding.UTF8.GetBytes(message));

    private static IEnumerable<Told> Tell((GatewayInput Input, double Luck, double? Pause)[] story)
    {
        var desk = new MachineDesk();
        desk.Do(new GatewayInput.Start());
        return Tell(story, desk);
    }

    private static IEnumerable<Told> Tell((GatewayInput Input, double Luck, double? Pause)[] story, MachineDesk desk)
    {
        foreach (var (input, luck, pause) in story)
        {
            desk.Luck = luck;
            if (pause is { } seconds)
                desk.Now += TimeSpan.FromSeconds(seconds);
            else if (desk.State.WakeAt is { } wake && wake > desk.Now)
                desk.Now = wake;
            var outputs = desk.Do(input);
            yield return new Told(desk.Now, input, desk.State, outputs);
        }
    }

    private static bool IsHeartbeat(GatewayOutput output) =>
        output is GatewayOutput.Send send && send.Message.Length > 2 && MachineDesk.Opcode(send.Message) == 1;
}
