using System.Runtime.CompilerServices;

namespace Bot.Text.Learning;

/// <summary>What is known of one thing to be weighed, each fact hashed to a slot of a table of weights. Used again and again.</summary>
/// <param name="weights">Where they are given each fact is weighed at once, and none is kept; null while they are learned.</param>
internal sealed class FeatureBag(Weights? weights = null)
{
    private readonly short[]? _weights = weights?.Table;
    private int[] _slots = weights is null ? new int[128] : [];
    private int _sum;

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, Count);

    /// <summary>The sum of the weights.</summary>
    public float Score => _sum / Weights.Parts;

    public void Clear() => (Count, _sum) = (0, 0);

    public void Add(int kind, int a) => Put(Mix(Start(kind), a));

    public void Add(int kind, int a, int b) => Put(Mix(Mix(Start(kind), a), b));

    public void Add(int kind, int a, int b, int c) => Put(Mix(Mix(Mix(Start(kind), a), b), c));

    public void Add(int kind, int a, int b, int c, int d) => Put(Mix(Mix(Mix(Mix(Start(kind), a), b), c), d));

    private static ulong Start(int kind) => (ulong)(uint)(kind + 1) * 0x9E3779B97F4A7C15;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Mix(ulong hash, int value)
    {
        hash = (hash ^ (uint)value) * 0xD6E8FEB86659FD93;
        return hash ^ (hash >> 32);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Put(ulong hash)
    {
        var slot = (int)((hash * 0x9E3779B97F4A7C15) >> (64 - Weights.Bits));
        // The next fact is hashed while the memory answers.
        if (_weights is not null)
            _sum += _weights[slot];
        else
            Keep(slot);
    }

    private void Keep(int slot)
    {
        if (Count == _slots.Length)
            Array.Resize(ref _slots, 2 * Count);
        _slots[Count++] = slot;
    }
}
