namespace Bot.Discord.Gateway;

/// <summary>
/// Discord's gateway, version 10, as a function: no socket, no clock, no chance in it.
/// https://docs.discord.com/developers/events/gateway
/// </summary>
internal sealed class GatewayMachine(GatewayIdentity identity)
{
    /// <summary>Any code but 1000 and 1001: those would end the session.</summary>
    public const int KeepsSession = 4000;

    public const int EndsSession = 1000;

    /// <summary>After so many failures a session is resumed at the usual address.</summary>
    private const int FailuresAtResumeAddress = 3;

    private static readonly TimeSpan HelloPatience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ClosePatience = TimeSpan.FromSeconds(10);

    /// <summary>Whatever comes, in whatever state: it never throws.</summary>
    public GatewayStep Step(GatewayState state, Moment moment, GatewayInput input)
    {
        var at = state with { Sent = state.Sent.At(moment.Now) };
        return (at.Phase, input) switch
        {
            (GatewayPhase.Ended, _) => Keep(at),
            (_, GatewayInput.Stop) => Stop(at),
            (GatewayPhase.Idle, GatewayInput.Start) => Connect(at),
            (GatewayPhase.Connecting, GatewayInput.Opened) => Keep(
                at with
                {
                    Phase = new GatewayPhase.Greeting(moment.Now + HelloPatience),
                }
            ),
            (GatewayPhase.Closing closing, GatewayInput.Closed) => Keep(Rest(at, moment, closing.Rest)),
            (GatewayPhase.Connecting, GatewayInput.Closed closed) => Closed(at, moment, closed.Code),
            ({ IsOpen: true }, GatewayInput.Closed closed) => Closed(at, moment, closed.Code),
            ({ IsOpen: true }, GatewayInput.Received received) => Receive(at, moment, received.Message),
            (GatewayPhase.Queueing, GatewayInput.MayIdentify) => Identify(at, moment),
            (_, GatewayInput.Wish wish) => SayWishes(at with { Wishes = at.Wishes.Enqueue(wish.Message) }, moment),
            (_, GatewayInput.TimePassed) => PassTime(at, moment),
            _ => Keep(at),
        };
    }

    private static GatewayStep Keep(GatewayState state, params IReadOnlyList<GatewayOutput> outputs) =>
        new(state, outputs);

    private static GatewayStep Stop(GatewayState state)
    {
        var ended = state with { Phase = new GatewayPhase.Ended(null), Heartbeat = null, Session = null };
        return state.Phase is GatewayPhase.Connecting || state.Phase.IsOpen
            ? Keep(ended, new GatewayOutput.Close(EndsSession, "we are leaving"))
            : Keep(ended);
    }

    private GatewayStep Connect(GatewayState state)
    {
        var to =
            state.Session is { } session && state.Failures <= FailuresAtResumeAddress
                ? session.ResumeUrl
                : identity.Url;
        var query = identity.IsCompressed ? "v=10&encoding=json&compress=zlib-stream" : "v=10&encoding=json";
        return Keep(
            state with
            {
                Phase = new GatewayPhase.Connecting(),
                Heartbeat = null,
                Sent = SendLog.Empty,
            },
            new GatewayOutput.Connect(new UriBuilder(to) { Query = query }.Uri)
        );
    }

    private GatewayStep Closed(GatewayState state, Moment moment, int? code)
    {
        var rest = ReconnectDelay.After(state.Failures, moment.Luck);
        return CloseMeaning.Of(code, identity) switch
        {
            CloseMeaning.Final final => Keep(
                state with
                {
                    Phase = new GatewayPhase.Ended(final.Why),
                    Heartbeat = null,
                    Session = null,
                }
            ),
            CloseMeaning.NewSession => Keep(Rest(state with { Session = null }, moment, rest)),
            _ => Keep(Rest(state, moment, rest)),
        };
    }

    private static GatewayState Rest(GatewayState state, Moment moment, TimeSpan rest) =>
        state with
        {
            Phase = new GatewayPhase.Resting(moment.Now + rest),
            Heartbeat = null,
            Failures = state.Failures + 1,
        };

    private static GatewayStep HangUp(GatewayState state, Moment moment, string why, TimeSpan? rest = null) =>
        Keep(
            state with
            {
                Phase = new GatewayPhase.Closing(
                    moment.Now + ClosePatience,
                    rest ?? ReconnectDelay.After(state.Failures, moment.Luck)
                ),
                Heartbeat = null,
            },
            new GatewayOutput.Close(KeepsSession, why)
        );

    private GatewayStep Receive(GatewayState state, Moment moment, ReadOnlyMemory<byte> message)
    {
        if (GatewayPayload.TryRead(message) is not { } payload)
            return HangUp(state, moment, "Discord sent what is no message of the gateway's");
        // Before hello there is no heartbeat, and nothing is answered.
        return ((GatewayOpcode)payload.Opcode, state.Heartbeat) switch
        {
            (GatewayOpcode.Hello, _) => Hello(state, moment, payload),
            (GatewayOpcode.Reconnect, _) => HangUp(state, moment, "Discord asks to connect again"),
            (GatewayOpcode.InvalidSession, _) => Invalid(state, moment, payload),
            (GatewayOpcode.Heartbeat, { }) => state.Sent.IsFull ? Keep(state) : Beat(state, moment),
            (GatewayOpcode.HeartbeatAcknowledged, { } pulse) => Acknowledged(state, pulse),
            (GatewayOpcode.Dispatch, { }) => Dispatch(state, moment, payload),
            _ => Keep(state),
        };
    }

    private static GatewayStep Invalid(GatewayState state, Moment moment, GatewayPayload payload) =>
        HangUp(
            GatewayBodies.IsResumable(payload.Body) ? state : state with { Session = null },
            moment,
            "Discord says that the session is invalid",
            ReconnectDelay.AfterInvalidSession(state.Failures, moment.Luck)
        );

    /// <summary>A connection that has lived for a heartbeat clears what failed before it.</summary>
    private static GatewayStep Acknowledged(GatewayState state, Heartbeat pulse) =>
        Keep(
            state with
            {
                Heartbeat = pulse with { IsAnswered = true },
                Failures = state.Phase is GatewayPhase.Ready ? 0 : state.Failures,
            }
        );

    private GatewayStep Hello(GatewayState state, Moment moment, GatewayPayload hello)
    {
        if (state.Phase is not GatewayPhase.Greeting)
            return Keep(state);
        if (GatewayBodies.TryReadInterval(hello.Body) is not { } interval)
            return HangUp(state, moment, "Discord's hello names no interval");
        var greeted = state with
        {
            Heartbeat = new Heartbeat(interval, moment.Now + (interval * moment.Luck), IsAnswered: true),
        };
        return greeted.Session is { } session
            ? Send(
                greeted with
                {
                    Phase = new GatewayPhase.Resuming(moment.Now + ReadyPatience),
                },
                moment,
                GatewayMessages.Resume(identity, session)
            )
            : Keep(greeted with { Phase = new GatewayPhase.Queueing() }, new GatewayOutput.AskToIdentify());
    }

    private GatewayStep Identify(GatewayState state, Moment moment) =>
        Send(
            state with
            {
                Phase = new GatewayPhase.Identifying(moment.Now + ReadyPatience),
            },
            moment,
            GatewayMessages.Identify(identity)
        );

    private GatewayStep Dispatch(GatewayState state, Moment moment, GatewayPayload payload)
    {
        var happened = new GatewayEvent(payload.Name ?? "", payload.Sequence ?? 0, payload.Body)
        {
            Shard = identity.Shard,
        };
        var seen = state with { Session = state.Session?.Seen(happened.Sequence) };
        switch (state.Phase, payload.Name)
        {
            case (GatewayPhase.Identifying, "READY"):
                return GatewayBodies.TryReadSession(payload.Body, happened.Sequence, identity.Url) is { } session
                    ? Arrive(seen with { Session = session }, moment, happened)
                    : HangUp(state, moment, "Discord's greeting names no session");
            case (GatewayPhase.Resuming, "RESUMED"):
                return Arrive(seen, moment, happened);
            case (GatewayPhase.Resuming, _):
                var patient = new GatewayPhase.Resuming(moment.Now + ReadyPatience);
                return Keep(seen with { Phase = patient }, new GatewayOutput.Dispatch(happened));
            default:
                return Keep(seen, new GatewayOutput.Dispatch(happened));
        }
    }

    private static GatewayStep Arrive(GatewayState state, Moment moment, GatewayEvent happened)
    {
        var (arrived, outputs) = SayWishes(state with { Phase = new GatewayPhase.Ready() }, moment);
        return Keep(arrived, [new GatewayOutput.Dispatch(happened), .. outputs]);
    }

    private GatewayStep PassTime(GatewayState state, Moment moment)
    {
        if (state.Phase.Deadline <= moment.Now)
            return state.Phase switch
            {
                GatewayPhase.Resting => Connect(state),
                GatewayPhase.Closing closing => Keep(Rest(state, moment, closing.Rest)),
                _ => HangUp(state, moment, "Discord let us wait too long"),
            };
        if (state.Heartbeat is not { } pulse || pulse.DueAt > moment.Now)
            return SayWishes(state, moment);
        if (!pulse.IsAnswered)
            return HangUp(state, moment, "Discord did not answer our heartbeat");
        if (state.Sent.IsFull)
            return Keep(state with { Heartbeat = pulse with { DueAt = state.Sent.FreeAt ?? moment.Now } });
        var (beaten, outputs) = Beat(state, moment);
        var next = pulse with { DueAt = moment.Now + pulse.Interval, IsAnswered = false };
        var (said, more) = SayWishes(beaten with { Heartbeat = next }, moment);
        return Keep(said, [.. outputs, .. more]);
    }

    private static GatewayStep Beat(GatewayState state, Moment moment) =>
        Send(state, moment, GatewayMessages.Heartbeat(state.Session?.Sequence));

    private static GatewayStep Send(GatewayState state, Moment moment, ReadOnlyMemory<byte> message) =>
        Keep(state with { Sent = state.Sent.With(moment.Now) }, new GatewayOutput.Send(message));

    private static GatewayStep SayWishes(GatewayState state, Moment moment)
    {
        var said = new List<GatewayOutput>();
        while (state.Phase is GatewayPhase.Ready && !state.Wishes.IsEmpty && !state.Sent.IsFullForWishes)
        {
            said.Add(new GatewayOutput.Send(state.Wishes.Peek()));
            state = state with { Wishes = state.Wishes.Dequeue(), Sent = state.Sent.With(moment.Now) };
        }

        return Keep(state, said);
    }
}
