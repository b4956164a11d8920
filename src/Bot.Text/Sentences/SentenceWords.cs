using System.Buffers;
using System.Runtime.InteropServices;
using Bot.Text.Letters;
using Bot.Text.Words;

namespace Bot.Text.Sentences;

/// <summary>The words of a text's sentences, read once for all who look at them, and each spelling among them once.</summary>
internal sealed class SentenceWords
{
    private const int FewestSlots = 1 << 10;

    private readonly List<Word> _words;

    /// <summary>The spelling of each word.</summary>
    private readonly List<int> _spellings;

    /// <summary>Where the words of each sentence begin, and behind the last one's.</summary>
    private readonly int[] _first;

    private readonly List<WrittenWord> _written = new(FewestSlots / 2);

    /// <summary>A hash with the number of a spelling plus one, at the hash's slot or the next free one; at most half are taken.</summary>
    private (ulong Hash, int Number)[] _slots = Rent(FewestSlots);

    private SentenceWords(string text, IReadOnlyList<Sentence> sentences)
    {
        (Text, Sentences) = (text, sentences);
        _words = new List<Word>(text.Length / 5 + 1);
        _first = new int[sentences.Count + 1];
        for (var i = 0; i < sentences.Count; i++)
        {
            WordReader.Read(text, sentences[i].Span, _words);
            _first[i + 1] = _words.Count;
        }

        _spellings = new List<int>(_words.Count);
        foreach (var word in _words)
            _spellings.Add(NumberOf(word.Span.In(text)));
        ArrayPool<(ulong, int)>.Shared.Return(_slots);
        _slots = [];
    }

    public string Text { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    /// <summary>Each spelling once.</summary>
    public IReadOnlyList<WrittenWord> Written => _written;

    public static SentenceWords Read(string text, IReadOnlyList<Sentence> sentences) => new(text, sentences);

    /// <summary>The words of a sentence, marks among them.</summary>
    public ReadOnlySpan<Word> Of(int sentence) =>
        CollectionsMarshal.AsSpan(_words)[_first[sentence].._first[sentence + 1]];

    /// <summary>For each word of a sentence the number of its spelling.</summary>
    public ReadOnlySpan<int> SpellingsOf(int sentence) =>
        CollectionsMarshal.AsSpan(_spellings)[_first[sentence].._first[sentence + 1]];

    private int NumberOf(ReadOnlySpan<char> letters)
    {
        var hash = LetterHash.Quick(letters);
        var slot = (int)hash & (_slots.Length - 1);
        for (; _slots[slot] is var (known, number) && number > 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (known == hash && letters.SequenceEqual(_written[number - 1].Text))
                return number - 1;
        }

        _written.Add(WrittenWord.Of(letters, hash));
        _slots[slot] = (hash, _written.Count);
        if (_written.Count * 2 > _slots.Length)
            Grow();
        return _written.Count - 1;
    }

    private void Grow()
    {
        var before = _slots;
        _slots = Rent(2 * before.Length);
        foreach (var taken in before)
        {
            if (taken.Number == 0)
                continue;
            var slot = (int)taken.Hash & (_slots.Length - 1);
            while (_slots[slot].Number > 0)
                slot = (slot + 1) & (_slots.Length - 1);
            _slots[slot] = taken;
        }

        ArrayPool<(ulong, int)>.Shared.Return(before);
    }

    private static (ulong Hash, int Number)[] Rent(int slots)
    {
        var rented = ArrayPool<(ulong, int)>.Shared.Rent(slots);
        Array.Clear(rented);
        return rented;
    }
}
