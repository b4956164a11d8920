using System.Buffers;
using Bot.Text.Letters;

namespace Bot.Text.Tagging.Tokens;

/// <summary>Every spelling of a text once, found by its letters.</summary>
internal sealed class FormTable : IDisposable
{
    private const int FewestSlots = 1 << 10;

    private readonly List<WordForm> _inOrder = new(FewestSlots / 2);

    /// <summary>A form with the hash of its letters, at the hash's slot or the next free one; at most half are taken.</summary>
    private (ulong Hash, WordForm? Form)[] _byLetters = Rent(FewestSlots);

    /// <summary>The first form of each folded word, likewise.</summary>
    private (ulong Hash, WordForm? Form)[] _byFolded = Rent(FewestSlots);

    private int _slots = FewestSlots;

    /// <summary>The forms, each at its index.</summary>
    public List<WordForm> Forms => _inOrder;

    public void Dispose()
    {
        Return(_byLetters);
        Return(_byFolded);
    }

    public WordForm Of(ReadOnlySpan<char> letters)
    {
        var hash = LetterHash.Quick(letters);
        var slot = (int)hash & (_slots - 1);
        for (; _byLetters[slot].Form is { } known; slot = (slot + 1) & (_slots - 1))
        {
            if (_byLetters[slot].Hash == hash && letters.SequenceEqual(known.Text))
                return known;
        }

        return Add(Spelling.Of(letters, hash), hash, slot);
    }

    private WordForm Add(Spelling spelling, ulong hash, int slot)
    {
        var folded = spelling.Hash.Folded;
        var place = (int)folded & (_slots - 1);
        while (_byFolded[place].Form is not null && _byFolded[place].Hash != folded)
            place = (place + 1) & (_slots - 1);
        var form = new WordForm(spelling, _byFolded[place].Form, _inOrder.Count);
        _byFolded[place] = (folded, form.Cases);
        _inOrder.Add(form);
        _byLetters[slot] = (hash, form);
        if (_inOrder.Count * 2 > _slots)
            Grow();
        return form;
    }

    private void Grow()
    {
        var before = _slots;
        _slots *= 2;
        _byLetters = Grown(_byLetters, before);
        _byFolded = Grown(_byFolded, before);
    }

    private (ulong Hash, WordForm? Form)[] Grown((ulong Hash, WordForm? Form)[] before, int slots)
    {
        var grown = Rent(_slots);
        foreach (var taken in before.AsSpan(0, slots))
        {
            if (taken.Form is null)
                continue;
            var slot = (int)taken.Hash & (_slots - 1);
            while (grown[slot].Form is not null)
                slot = (slot + 1) & (_slots - 1);
            grown[slot] = taken;
        }

        Return(before);
        return grown;
    }

    /// <summary>Those that others gave back are empty.</summary>
    private static (ulong Hash, WordForm? Form)[] Rent(int slots) => ArrayPool<(ulong, WordForm?)>.Shared.Rent(slots);

    private static void Return((ulong Hash, WordForm? Form)[] slots) =>
        ArrayPool<(ulong, WordForm?)>.Shared.Return(slots, clearArray: true);
}
