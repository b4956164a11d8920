using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>A bot's sessions, and what can be done to them and to their sockets.</summary>
public sealed class GatewayDesk
{
    private readonly BotAccount _bot;
    private readonly List<Session> _sessions = [];
    private readonly List<SocketLine> _lines = [];
    private readonly List<DateTimeOffset> _identifies = [];
    private readonly Queue<int> _refusals = new();

    internal GatewayDesk(BotAccount bot)
    {
        _bot = bot;
        Starts = new SessionStarts(bot.Realm.Options);
    }

    /// <summary>When the bot identified, whether it was let in or not.</summary>
    public IReadOnlyList<DateTimeOffset> Identifies
    {
        get
        {
            lock (_bot.Realm.Gate)
                return [.. _identifies];
        }
    }

    /// <summary>How often a session was taken up again.</summary>
    public int Resumes { get; internal set; }

    public int Heartbeats { get; internal set; }

    /// <summary>How many events have left on the sockets that there are now.</summary>
    public long EventsSent
    {
        get
        {
            lock (_bot.Realm.Gate)
                return _lines.Sum(l => l.EventsSent);
        }
    }

    /// <summary>Sessions that have a socket now.</summary>
    public int Connected
    {
        get
        {
            lock (_bot.Realm.Gate)
                return _sessions.Count(s => s.Line is not null);
        }
    }

    internal SessionStarts Starts { get; }

    public Task WaitUntilConnectedAsync(CancellationToken cancellation, int sessions = 1) =>
        _bot.Realm.WaitForAsync(
            () => Connected >= sessions ? this : null,
            () => $"{_bot} has {Connected} sessions, not {sessions}.",
            cancellation
        );

    /// <summary>Waits until no session has a socket.</summary>
    public Task WaitUntilLostAsync(CancellationToken cancellation) =>
        _bot.Realm.WaitForAsync(
            () => Connected == 0 ? this : null,
            () => $"{_bot} still has {Connected} sessions.",
            cancellation
        );

    public Task WaitForIdentifiesAsync(int count, CancellationToken cancellation) =>
        _bot.Realm.WaitForAsync(
            () => _identifies.Count >= count ? this : null,
            () => $"{_bot} identified {_identifies.Count} times, not {count}.",
            cancellation
        );

    public Task WaitForResumesAsync(int count, CancellationToken cancellation) =>
        _bot.Realm.WaitForAsync(
            () => Resumes >= count ? this : null,
            () => $"{_bot} resumed {Resumes} times, not {count}.",
            cancellation
        );

    /// <summary>Loses every connection. What happens meanwhile is kept for who resumes.</summary>
    public void CutsSockets(bool isMidFrame = false) => ToAll(new Frame.Cut(isMidFrame));

    /// <summary>Closes every socket with a code. https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes</summary>
    public void Closes(int code) => ToAll(new Frame.Close(code, "by order"));

    /// <summary>Closes the socket of whoever identifies or resumes next.</summary>
    public void ClosesNext(int code, int times = 1)
    {
        lock (_bot.Realm.Gate)
            for (var i = 0; i < times; i++)
                _refusals.Enqueue(code);
    }

    /// <summary>Op 7: come again, and resume.</summary>
    public void AsksToReconnect() => ToAll(Frame.Payload.Of(Opcodes.Reconnect, null));

    /// <summary>Op 9. Where it is not resumable, the sessions are gone.</summary>
    public void Invalidates(bool isResumable)
    {
        lock (_bot.Realm.Gate)
        {
            ToAll(Frame.Payload.Of(Opcodes.InvalidSession, isResumable));
            // Each socket stays, and may resume or identify again.
            foreach (var session in _sessions)
            {
                session.Line?.Leave();
                session.Line = null;
            }

            if (!isResumable)
                Forget();
        }
    }

    /// <summary>Op 1: a heartbeat, please, at once.</summary>
    public void AsksForHeartbeat() => ToAll(Frame.Payload.Of(Opcodes.Heartbeat, null));

    /// <summary>The sockets that there are fall silent; who comes anew is answered.</summary>
    public void FallsSilent() => SetSilence(true);

    /// <summary>What was said in silence is lost; what happened is not.</summary>
    public void Speaks() => SetSilence(false);

    /// <summary>Forgets every session, as after a restart of the platform: who resumes is told op 9.</summary>
    public void Forget()
    {
        lock (_bot.Realm.Gate)
        {
            foreach (var session in _sessions)
                session.Line?.Leave();
            _sessions.Clear();
        }
    }

    /// <summary>Tells of an interaction once more, as happens around a resume.</summary>
    public void Redelivers(Interaction interaction)
    {
        lock (_bot.Realm.Gate)
            Dispatch(interaction.Channel.Guild?.Id, "INTERACTION_CREATE", () => interaction.Payload);
    }

    /// <summary>Tells the sessions whose shard it is; within the gate. False when nobody listens.</summary>
    internal bool Dispatch(long? guild, string name, Func<JsonObject> write)
    {
        _sessions.RemoveAll(s => s.IsOver);
        var there = _sessions.Where(s => s.Covers(guild)).ToList();
        if (there.Count == 0)
            return false;
        var body = write();
        foreach (var session in there)
            session.Send(name, body);
        return there.Any(s => s.Line is not null);
    }

    internal Session Begin(SocketLine line, int shard, int shards, long intents)
    {
        var session = new Session($"{_bot.Realm.NextId():x16}", _bot, shard, shards, intents) { Line = line };
        _sessions.Add(session);
        _bot.Realm.Bell.Ring();
        return session;
    }

    internal Session? Find(string id) => _sessions.Find(s => s.Id == id && !s.IsOver);

    internal void End(Session session) => _sessions.Remove(session);

    internal int? TakeRefusal() => _refusals.TryDequeue(out var code) ? code : null;

    internal void NoteIdentify() => _identifies.Add(_bot.Realm.Now);

    internal void Add(SocketLine line) => _lines.Add(line);

    internal void Remove(SocketLine line) => _lines.Remove(line);

    private void ToAll(Frame frame)
    {
        lock (_bot.Realm.Gate)
            foreach (var line in _lines)
                line.Send(frame, evenIfSilent: true);
    }

    private void SetSilence(bool isSilent)
    {
        lock (_bot.Realm.Gate)
        {
            foreach (var line in _sessions.Select(s => s.Line).OfType<SocketLine>())
                line.IsSilent = isSilent;
        }
    }
}
