using Bot.Emulators.Telegram.Calls;

namespace Bot.Emulators.Telegram.Faults;

/// <summary>Which faults come next. What was ordered comes first, in its order; then chance.</summary>
public sealed class FaultPlan
{
    private readonly Lock _gate = new();
    private readonly List<Order> _orders = [];
    private Random? _random;
    private double _rate;
    private IReadOnlyList<Fault> _kinds = [];

    /// <summary>Orders that have not come true.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate)
                return _orders.Count;
        }
    }

    /// <summary>How often chance has struck.</summary>
    public int Struck { get; private set; }

    /// <param name="method">"*" for any.</param>
    /// <param name="chat">Null for any.</param>
    /// <param name="after">So many such calls pass first.</param>
    public void Add(string method, Fault fault, Chat? chat = null, int times = 1, int after = 0)
    {
        lock (_gate)
            _orders.Add(new Order(method, chat?.Id, fault, times, after));
    }

    /// <summary>From now on, this share of the calls that are seen in a chat goes wrong, the same way for the same seed.</summary>
    public void AddRandom(int seed, double rate, params IReadOnlyList<Fault> kinds)
    {
        lock (_gate)
            (_random, _rate, _kinds) = (new Random(seed), rate, kinds);
    }

    public void Clear()
    {
        lock (_gate)
        {
            _orders.Clear();
            _random = null;
        }
    }

    internal Fault? Take(string method, long? chatId)
    {
        lock (_gate)
        {
            var place = _orders.FindIndex(o => o.Meets(method, chatId));
            if (place < 0)
                return Chance(method);
            var order = _orders[place];
            if (order.After > 0)
            {
                _orders[place] = order with { After = order.After - 1 };
                return Chance(method);
            }

            if (order.Times > 1)
                _orders[place] = order with { Times = order.Times - 1 };
            else
                _orders.RemoveAt(place);
            return order.Fault;
        }
    }

    private Fault? Chance(string method)
    {
        if (_random is null || !MethodTable.Seen.Contains(method) || _random.NextDouble() >= _rate)
            return null;
        Struck++;
        return _kinds[_random.Next(_kinds.Count)];
    }

    private sealed record Order(string Method, long? ChatId, Fault Fault, int Times, int After)
    {
        public bool Meets(string method, long? chatId) =>
            (Method == "*" || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
            && (ChatId is null || ChatId == chatId);
    }
}
