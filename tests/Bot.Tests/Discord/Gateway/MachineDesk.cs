using System.Text;
using System.Text.Json;
using Bot.Discord.Gateway;

namespace Bot.Tests.Discord.Gateway;

/// <summary>A machine with its state and a time that tests set.</summary>
internal sealed class MachineDesk
{
    public static readonly DateTimeOffset Morning = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly Uri Home = new("wss://gateway.test");

    public const string Ready =
        """{"op":0,"s":1,"t":"READY","d":{"session_id":"abc","resume_gateway_url":"wss://resume.test"}}""";

    public const string Hello = """{"op":10,"d":{"heartbeat_interval":40000}}""";

    private readonly GatewayMachine machine;

    public MachineDesk(bool isCompressed = false)
    {
        Identity = new GatewayIdentity("secret", Home) { IsCompressed = isCompressed };
        machine = new GatewayMachine(Identity);
    }

    public GatewayIdentity Identity { get; }

    public GatewayState State { get; set; } = new();

    public DateTimeOffset Now { get; set; } = Morning;

    public double Luck { get; set; } = 0.5;

    public IReadOnlyList<GatewayOutput> Do(GatewayInput input)
    {
        var step = machine.Step(State, new Moment(Now, Luck), input);
        State = step.State;
        return step.Outputs;
    }

    public IReadOnlyList<GatewayOutput> Hear(string message) =>
        Do(new GatewayInput.Received(Encoding.UTF8.GetBytes(message)));

    public IReadOnlyList<GatewayOutput> Pass(TimeSpan time)
    {
        Now += time;
        return Do(new GatewayInput.TimePassed());
    }

    /// <summary>To the state's own waking time.</summary>
    public IReadOnlyList<GatewayOutput> Wake()
    {
        Now = State.WakeAt ?? throw new InvalidOperationException("Nothing is waited for");
        return Do(new GatewayInput.TimePassed());
    }

    public static MachineDesk Connected(string hello = Hello)
    {
        var desk = new MachineDesk();
        desk.Do(new GatewayInput.Start());
        desk.Do(new GatewayInput.Opened());
        desk.Hear(hello);
        desk.Do(new GatewayInput.MayIdentify());
        desk.Hear(Ready);
        return desk;
    }

    public IReadOnlyList<GatewayOutput> Open()
    {
        Do(new GatewayInput.Opened());
        return Hear(Hello);
    }

    /// <summary>What was sent, as JSON.</summary>
    public static string? Said(IEnumerable<GatewayOutput> outputs) =>
        outputs.OfType<GatewayOutput.Send>().Select(s => Encoding.UTF8.GetString(s.Message.Span)).SingleOrDefault();

    public static int Opcode(ReadOnlyMemory<byte> message) =>
        JsonDocument.Parse(message).RootElement.GetProperty("op").GetInt32();
}
