namespace Bot.Emulators.Desk;

/// <summary>Which faults come next. What was ordered comes first, in its order; then chance.</summary>
public abstract class FaultOrders<TFault>
    where TFault : class
{
    private readonly Lock _gate = new();
    private readonly List<Order> _orders = [];
    private Random? _random;
    private double _rate;
    private IReadOnlyList<TFault> _kinds = [];

    private protected FaultOrders() { }

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

    /// <summary>From now on, this share of the calls that are seen in a chat goes wrong, the same way for the same seed.</summary>
    public void AddRandom(int seed, double rate, params IReadOnlyList<TFault> kinds)
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

    private protected abstract bool IsSeen(string method);

    /// <param name="after">So many such calls pass first.</param>
    private protected void Add(string method, TFault fault, long? place, int times, int after = 0)
    {
        lock (_gate)
            _orders.Add(new Order(method, place, fault, times, after));
    }

    internal TFault? Take(string method, long? place)
    {
        lock (_gate)
        {
            var next = _orders.FindIndex(o => o.Meets(method, place));
            if (next < 0)
                return Chance(method);
            var order = _orders[next];
            if (order.After > 0)
            {
                _orders[next] = order with { After = order.After - 1 };
                return Chance(method);
            }

            if (order.Times > 1)
                _orders[next] = order with { Times = order.Times - 1 };
            else
                _orders.RemoveAt(next);
            return order.Fault;
        }
    }

    private TFault? Chance(string method)
    {
        if (_random is null || !IsSeen(method) || _random.NextDouble() >= _rate)
            return null;
        Struck++;
        return _kinds[_random.Next(_kinds.Count)];
    }

    private sealed record Order(string Method, long? Place, TFault Fault, int Times, int After)
    {
        public bool Meets(string method, long? place) =>
            (Method == "*" || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase))
            && (Place is null || Place == place);
    }
}
