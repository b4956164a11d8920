namespace Bot.Text.Learning;

/// <summary>What is known of one thing to be weighed, each fact hashed to a slot of a table of weights. Used again and again.</summary>
internal sealed class FeatureBag
{
    private int[] _slots = new int[128];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int kind, int a) => Put(Mix(Start(kind), a));

    public void Add(int kind, int a, int b) => Put(Mix(Mix(Start(kind), a), b));

    public void Add(int kind, int a, int b, int c) => Put(Mix(Mix(Mix(Start(kind), a), b), c));

    public void Add(int kind, int a, int b, int c, int d) => Put(Mix(Mix(Mix(Mix(Start(kind), a), b), c), d));

    private static ulong Start(int kind) => (ulong)(uint)(kind + 1) * 0x9E3779B97F4A7C15;

    private static ulong Mix(ulong hash, int value)
    {
        hash = (hash ^ (uint)value) * 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }

    private void Put(ulong hash)
    {
        if (Count == _slots.Length)
            Array.Resize(ref _slots, 2 * Count);
        _slots[Count++] = (int)((hash * 0x9E3779B97F4A7C15) >> (64 - Weights.Bits));
    }
}
