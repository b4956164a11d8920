using System.Text.Json.Nodes;
using Bot.Emulators.Desk;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>How often a bot may identify. https://docs.discord.com/developers/events/gateway#session-start-limit-object</summary>
internal sealed class SessionStarts(DiscordEmulatorOptions options)
{
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Dictionary<int, SlidingWindow> _gates = [];
    private DateTimeOffset _dayBegan = options.Time.GetUtcNow();
    private int _used;

    public int Remaining
    {
        get
        {
            if (options.Time.GetUtcNow() - _dayBegan >= Day)
                (_dayBegan, _used) = (options.Time.GetUtcNow(), 0);
            return options.MostSessionStarts - _used;
        }
    }

    public void Spend() => _used++;

    /// <summary>Whether a shard may identify now; if so, the next of its group must wait five seconds.</summary>
    public bool Passes(int shard)
    {
        var key = shard % options.MaxConcurrency;
        if (!_gates.TryGetValue(key, out var gate))
            _gates[key] = gate = new SlidingWindow(1, Pause);
        var now = options.Time.GetUtcNow();
        if (gate.WaitAt(now) is not null)
            return false;
        gate.SpendAt(now);
        return true;
    }

    public JsonObject Describe()
    {
        var remaining = Remaining;
        return new JsonObject
        {
            ["total"] = options.MostSessionStarts,
            ["remaining"] = remaining,
            ["reset_after"] = (long)(_dayBegan + Day - options.Time.GetUtcNow()).TotalMilliseconds,
            ["max_concurrency"] = options.MaxConcurrency,
        };
    }
}
