using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>A session of one shard: it outlives its socket, so that it can be resumed.</summary>
internal sealed class Session(string id, BotAccount bot, int shard, int shards, long intents)
{
    public const int GuildsIntent = 1 << 0;

    /// <summary>The platform lets a session that nobody resumes go after some minutes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const int MostKept = 25_000;

    private readonly Queue<(long Sequence, Frame.Payload Event)> _sent = new();
    private DateTimeOffset? _lostAt;
    private SocketLine? _line;

    public string Id => id;

    public int Shard => shard;

    public int Shards => shards;

    public long Sequence { get; private set; }

    public SocketLine? Line
    {
        get => _line;
        set => (_line, _lostAt) = (value, value is null ? bot.Realm.Now : null);
    }

    public bool IsOver => _lostAt is { } lost && bot.Realm.Now - lost > Patience;

    /// <summary>Direct messages have no server, and come on the first shard.</summary>
    public bool Covers(long? guild) => guild is { } number ? (number >> 22) % shards == shard : shard == 0;

    public void Send(string name, JsonObject body)
    {
        if (!IsIntended(name))
            return;
        var happened = Frame.Payload.OfEvent(++Sequence, name, body);
        _sent.Enqueue((Sequence, happened));
        if (_sent.Count > MostKept)
            _sent.Dequeue();
        _line?.Send(happened);
    }

    /// <summary>What the bot has missed; null when that is no longer known.</summary>
    public IReadOnlyList<Frame.Payload>? Since(long sequence) =>
        sequence > Sequence || (_sent.TryPeek(out var oldest) && sequence < oldest.Sequence - 1)
            ? null
            : [.. _sent.Where(s => s.Sequence > sequence).Select(s => s.Event)];

    /// <summary>Interactions come without any intent.</summary>
    private bool IsIntended(string name) =>
        (intents & GuildsIntent) != 0 || name is "READY" or "RESUMED" or "INTERACTION_CREATE";
}
