using System.Runtime.InteropServices;

namespace Bot.Text.Tagging.Tokens;

/// <summary>Every spelling of a text once, found by its letters.</summary>
internal sealed class FormTable
{
    private readonly List<WordForm> _inOrder = [];

    /// <summary>By the hash of the folded word.</summary>
    private readonly Dictionary<ulong, CaseCount> _cases = [];

    /// <summary>A form's index plus one at its hash's slot or the next free one; at most half are taken.</summary>
    private int[] _slots = new int[1 << 10];

    /// <summary>The forms, each at its index.</summary>
    public IReadOnlyList<WordForm> Forms => _inOrder;

    public WordForm Of(ReadOnlySpan<char> letters)
    {
        var hash = LetterHash.Of(letters);
        var slot = (int)hash & (_slots.Length - 1);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            var known = _inOrder[_slots[slot] - 1];
            if (known.Spelling.Hash.Word == hash && letters.SequenceEqual(known.Text))
                return known;
        }

        var spelling = SpellingMemory.Instance.Of(letters, hash);
        ref var cases = ref CollectionsMarshal.GetValueRefOrAddDefault(_cases, spelling.Hash.Folded, out _);
        var form = new WordForm(spelling, cases ??= new CaseCount(), _inOrder.Count);
        _inOrder.Add(form);
        _slots[slot] = _inOrder.Count;
        if (_inOrder.Count * 2 > _slots.Length)
            Grow();
        return form;
    }

    private void Grow()
    {
        _slots = new int[2 * _slots.Length];
        foreach (var form in _inOrder)
        {
            var slot = (int)form.Spelling.Hash.Word & (_slots.Length - 1);
            while (_slots[slot] != 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = form.Index + 1;
        }
    }
}
