using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Telegram.Updates;

/// <summary>
/// Updates of one bot until it confirms them. Guarded by the town's gate.
/// https://core.telegram.org/bots/api#getting-updates
/// </summary>
internal sealed class UpdateQueue(TimeProvider time, Proofreader proofreader)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>Kinds that a bot hears of only when it asks for them by name.</summary>
    private static readonly HashSet<string> OnDemand = new(StringComparer.Ordinal)
    {
        "chat_member",
        "message_reaction",
        "message_reaction_count",
    };

    private readonly List<PendingUpdate> _waiting = [];
    private readonly Bell _bell = new();
    private HashSet<string>? _allowed;
    private long _lastId = 873_000_000;

    public int Count => _waiting.Count;

    public Task Arrived => _bell.Next;

    /// <summary>Null for the platform's own choice.</summary>
    public IReadOnlyCollection<string>? Allowed => _allowed;

    /// <summary>Holds until it is set again; an empty list asks for the platform's own choice.</summary>
    public void Allow(IReadOnlyList<string> kinds) =>
        _allowed = kinds.Count == 0 ? null : new HashSet<string>(kinds, StringComparer.Ordinal);

    public void Add(string kind, JsonNode payload)
    {
        if (!(_allowed?.Contains(kind) ?? !OnDemand.Contains(kind)))
            return;
        var update = new JsonObject { ["update_id"] = ++_lastId, [kind] = payload };
        proofreader.ReadUpdate(update);
        Add(update);
    }

    /// <summary>Its fields have types that no description allows; the number is good, so that it can be confirmed.</summary>
    public void AddMalformed() =>
        Add(
            new JsonObject
            {
                ["update_id"] = ++_lastId,
                ["message"] = new JsonObject
                {
                    ["message_id"] = "seven",
                    ["date"] = "yesterday",
                    ["chat"] = new JsonArray(1, 2),
                    ["text"] = 5,
                },
            }
        );

    /// <summary>What a call with this offset is given; all before the offset counts as confirmed.</summary>
    public IReadOnlyList<PendingUpdate> Take(long offset, int limit)
    {
        _waiting.RemoveAll(u => time.GetUtcNow() - u.At > Kept);
        if (offset > 0)
            Confirm(offset - 1);
        else if (offset < 0)
            _waiting.RemoveRange(0, (int)Math.Max(0, _waiting.Count + offset));
        return [.. _waiting.Take(limit)];
    }

    public PendingUpdate? Peek() => _waiting.Count == 0 ? null : _waiting[0];

    public void Confirm(long through)
    {
        var count = 0;
        while (count < _waiting.Count && _waiting[count].Id <= through)
            count++;
        _waiting.RemoveRange(0, count);
    }

    public void Clear() => _waiting.Clear();

    private void Add(JsonObject body)
    {
        _waiting.Add(new PendingUpdate(_lastId, time.GetUtcNow(), body));
        _bell.Ring();
    }
}
