using System.Numerics;

namespace Bot.Text.Letters;

/// <summary>Words with what is said of each, found by their letters without a string of their own.</summary>
internal sealed class LetterTable<T>
{
    /// <summary>A word with its hash, at the hash's slot or the next free one; at most half are taken.</summary>
    private readonly (ulong Hash, string? Word, T Value)[] _slots;

    public LetterTable(IReadOnlyCollection<KeyValuePair<string, T>> words)
    {
        _slots = new (ulong, string?, T)[BitOperations.RoundUpToPowerOf2((uint)words.Count * 2 + 2)];
        foreach (var (word, value) in words)
        {
            var hash = LetterHash.Quick(word);
            var slot = (int)hash & (_slots.Length - 1);
            while (_slots[slot].Word is not null)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = (hash, word, value);
        }
    }

    public bool TryGetValue(ReadOnlySpan<char> word, out T? value)
    {
        var hash = LetterHash.Quick(word);
        for (var slot = (int)hash & (_slots.Length - 1); ; slot = (slot + 1) & (_slots.Length - 1))
        {
            ref var taken = ref _slots[slot];
            value = taken.Value;
            if (taken.Word is null)
                return false;
            if (taken.Hash == hash && word.SequenceEqual(taken.Word))
                return true;
        }
    }
}

/// <summary>Words that are found by their letters without a string of their own.</summary>
internal sealed class LetterSet(IEnumerable<string> words)
{
    private readonly LetterTable<bool> _table = new([
        .. words.Distinct(StringComparer.Ordinal).Select(w => KeyValuePair.Create(w, value: true)),
    ]);

    public bool Contains(ReadOnlySpan<char> word) => _table.TryGetValue(word, out _);
}
