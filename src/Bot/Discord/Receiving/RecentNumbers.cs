namespace Bot.Discord.Receiving;

/// <summary>The last numbers that were seen, as many as may come twice.</summary>
internal sealed class RecentNumbers
{
    private const int Most = 10_000;

    private readonly Lock gate = new();
    private readonly HashSet<ulong> numbers = [];
    private readonly Queue<ulong> order = new();

    public bool IsNew(ulong number)
    {
        lock (gate)
        {
            if (!numbers.Add(number))
                return false;
            order.Enqueue(number);
            if (order.Count > Most)
                numbers.Remove(order.Dequeue());
            return true;
        }
    }
}
