using System.Runtime.InteropServices;

namespace Bot.Text.Tagging.Tokens;

/// <summary>Every spelling of a text once, found by its letters.</summary>
internal sealed class FormTable
{
    private readonly List<WordForm> _inOrder = [];

    /// <summary>By the hash of the folded word.</summary>
    private readonly Dictionary<ulong, CaseCount> _cases = [];

    /// <summary>A form with the hash of its letters, at the hash's slot or the next free one; at most half are taken.</summary>
    private (ulong Hash, WordForm? Form)[] _slots = new (ulong, WordForm?)[1 << 10];

    /// <summary>The forms, each at its index.</summary>
    public IReadOnlyList<WordForm> Forms => _inOrder;

    public WordForm Of(ReadOnlySpan<char> letters)
    {
        var hash = LetterHash.Of(letters);
        var slot = (int)hash & (_slots.Length - 1);
        for (; _slots[slot].Form is { } known; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_slots[slot].Hash == hash && letters.SequenceEqual(known.Text))
                return known;
        }

        var spelling = SpellingMemory.Of(letters, hash);
        ref var cases = ref CollectionsMarshal.GetValueRefOrAddDefault(_cases, spelling.Hash.Folded, out _);
        var form = new WordForm(spelling, cases ??= new CaseCount(), _inOrder.Count);
        _inOrder.Add(form);
        _slots[slot] = (hash, form);
        if (_inOrder.Count * 2 > _slots.Length)
            Grow();
        return form;
    }

    private void Grow()
    {
        var before = _slots;
        _slots = new (ulong, WordForm?)[2 * before.Length];
        foreach (var taken in before)
        {
            if (taken.Form is null)
                continue;
            var slot = (int)taken.Hash & (_slots.Length - 1);
            while (_slots[slot].Form is not null)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = taken;
        }
    }
}
