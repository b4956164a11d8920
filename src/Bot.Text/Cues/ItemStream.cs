using System.Runtime.InteropServices;
using Bot.Text.Layout;
using Bot.Text.Marks;
using Bot.Text.Sentences;
using Bot.Text.Spans;
using Bot.Text.Words;

namespace Bot.Text.Cues;

/// <summary>
/// The article as a row of its own words, each quoted unit one item, so that what was said cannot be mistaken for
/// who said it, and a full stop inside marks ends no sentence by itself.
/// </summary>
internal sealed class ItemStream
{
    private readonly string _text;
    private readonly List<Item> _items;
    private readonly List<ItemSentence> _sentences = [];
    private readonly List<QuotedUnit> _units = [];
    private readonly HashSet<int> _worded = [];

    private ItemStream(string text) => (_text, _items) = (text, new List<Item>(text.Length / 6));

    public string Text => _text;

    public ReadOnlySpan<Item> Items => CollectionsMarshal.AsSpan(_items);

    public IReadOnlyList<ItemSentence> Sentences => _sentences;

    public IReadOnlyList<QuotedUnit> Units => _units;

    public ref readonly Item this[int index] => ref CollectionsMarshal.AsSpan(_items)[index];

    public int Count => _items.Count;

    public ReadOnlySpan<char> Word(int index) => _items[index].Span.In(_text);

    public bool Is(int index, string word) => Word(index).Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsMark(int index, char mark) => _items[index].IsMark(_text, mark);

    public ItemSentence SentenceOf(int item) => _sentences[_items[item].Sentence];

    /// <summary>Whether a paragraph has words of the article's own.</summary>
    public bool HasWords(int paragraph) => _worded.Contains(paragraph);

    /// <summary>Numbers each sentence's paragraph: one that is all speech counts with the one before it, however long somebody speaks.</summary>
    public int[] ParagraphsWithWords()
    {
        var numbers = new int[_sentences.Count];
        var (number, last) = (0, -1);
        for (var s = 0; s < numbers.Length; s++)
        {
            var paragraph = _sentences[s].Paragraph;
            if (paragraph != last && HasWords(paragraph))
                number++;
            last = paragraph;
            numbers[s] = number;
        }

        return numbers;
    }

    /// <summary>The first item that starts at or after a place in the text.</summary>
    public int IndexAt(int position)
    {
        var (low, high) = (0, _items.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_items[middle].Span.Start < position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    public static ItemStream Read(
        string text,
        IReadOnlyList<Block> blocks,
        IReadOnlyList<Sentence> sentences,
        IReadOnlyList<MarkedStretch> stretches
    )
    {
        var stream = new ItemStream(text);
        var next = 0;
        foreach (var block in blocks)
        {
            while (next < stretches.Count && stretches[next].Inner.Start < block.Span.Start)
                next++;
            if (block.Kind == BlockKind.Paragraph)
                stream.ReadParagraph(block, stretches, ref next);
        }

        stream.CutSentences(sentences);
        return stream;
    }

    private void ReadParagraph(Block block, IReadOnlyList<MarkedStretch> stretches, ref int next)
    {
        var at = block.Span.Start;
        for (; next < stretches.Count && stretches[next].Inner.Start < block.Span.End; next++)
        {
            var stretch = stretches[next];
            if (stretch.Depth > 0)
                continue;
            ReadWords(TextSpan.FromBounds(at, stretch.Inner.Start), block.Paragraph);
            AddUnit(stretch, block.Paragraph);
            at = stretch.Inner.End;
        }

        ReadWords(TextSpan.FromBounds(at, block.Span.End), block.Paragraph);
    }

    private void ReadWords(TextSpan gap, int paragraph)
    {
        foreach (var word in WordReader.Read(_text, gap))
        {
            var kind = word.Kind switch
            {
                WordKind.Punctuation => ItemKind.Punctuation,
                WordKind.Number => ItemKind.Number,
                _ => ItemKind.Word,
            };
            var lexeme = kind == ItemKind.Word ? Lexicon.Find(word.Span.In(_text)) : default;
            if (kind == ItemKind.Punctuation && MarkCharacters.IsMark(_text[word.Span.Start]))
            {
                if (!IsPluralPossessive(word.Span))
                    continue;
                (kind, lexeme) = (ItemKind.Word, new Lexeme(WordClasses.Ending, null, VerbForm.None));
            }

            if (kind == ItemKind.Word)
                _worded.Add(paragraph);
            var isCapital = char.IsUpper(_text[word.Span.Start]);
            _items.Add(new Item(word.Span, kind, lexeme, -1, 0, paragraph, isCapital));
        }
    }

    /// <summary>"the Democrats' plan".</summary>
    private bool IsPluralPossessive(TextSpan mark) =>
        _text[mark.Start] is '\'' or '’'
        && _items is [.., { Kind: ItemKind.Word } word]
        && word.Span.End == mark.Start
        && _text[mark.Start - 1] is 's' or 'S';

    private void AddUnit(MarkedStretch stretch, int paragraph)
    {
        var said = stretch.Inner;
        var opensParagraph = _items is [] || _items[^1].Paragraph != paragraph;
        if (opensParagraph && LabelIn(said.In(_text)) is var label and > 0)
        {
            ReadWords(new TextSpan(said.Start, label), paragraph);
            said = TextSpan.FromBounds(said.Start + label, said.End).TrimmedIn(_text);
        }

        var inner = said.In(_text);
        var end = inner.TrimEnd("\"“”'‘’)]» ");
        var start = inner.TrimStart("\"“'‘([«….- ");
        var unit = new QuotedUnit(
            _units.Count,
            stretch.Inner,
            stretch.IsClosed,
            _items.Count,
            WordsIn(inner),
            start.Length > 0 && (char.IsUpper(start[0]) || char.IsDigit(start[0])),
            EndOf(end, stretch.Inner.End)
        );
        _units.Add(unit);
        _items.Add(new Item(said, ItemKind.Quote, default, unit.Index, 0, paragraph, unit.StartsUpper));
    }

    /// <summary>The length of a transcript's label that somebody set inside the marks: “WALLACE: Let’s start.”</summary>
    private static int LabelIn(ReadOnlySpan<char> inner)
    {
        var colon = inner[..Math.Min(inner.Length, 40)].IndexOf(':');
        if (colon < 2 || colon + 2 >= inner.Length || !char.IsWhiteSpace(inner[colon + 1]))
            return 0;
        var letters = 0;
        foreach (var c in inner[..colon])
        {
            if (!char.IsUpper(c) && c is not (' ' or '.' or '\'' or '’' or '-'))
                return 0;
            letters += char.IsUpper(c) ? 1 : 0;
        }

        return letters > 1 ? colon + 1 : 0;
    }

    /// <summary>The stop behind the marks where none stands inside, as the British set it.</summary>
    private char EndOf(ReadOnlySpan<char> inner, int end)
    {
        var last = inner.Length > 0 ? inner[^1] : ' ';
        if (!char.IsLetterOrDigit(last))
            return last;
        var after = _text.AsSpan(end, Math.Min(4, _text.Length - end)).TrimStart("\"”’'» ");
        return after.Length > 0 && after[0] is ',' or '.' or '!' or '?' ? after[0] : last;
    }

    private static int WordsIn(ReadOnlySpan<char> inner)
    {
        var words = 0;
        var inside = false;
        foreach (var c in inner)
        {
            words += !inside && char.IsLetterOrDigit(c) ? 1 : 0;
            inside = inside ? !char.IsWhiteSpace(c) : char.IsLetterOrDigit(c);
        }

        return words;
    }

    private void CutSentences(IReadOnlyList<Sentence> sentences)
    {
        var first = 0;
        var known = 0;
        for (var i = 0; i < _items.Count; i++)
        {
            while (known < sentences.Count && sentences[known].Span.End < _items[i].Span.End)
                known++;
            var isKnownEnd = known < sentences.Count && sentences[known].Span.End == _items[i].Span.End;
            if (i + 1 < _items.Count && !EndsAfter(i, isKnownEnd))
                continue;
            _sentences.Add(new ItemSentence(first, i, _items[i].Paragraph));
            foreach (ref var item in CollectionsMarshal.AsSpan(_items)[first..(i + 1)])
                item = item with { Sentence = _sentences.Count - 1 };
            first = i + 1;
        }
    }

    private bool EndsAfter(int i, bool isKnownEnd)
    {
        var (item, next) = (_items[i], _items[i + 1]);
        if (next.Paragraph != item.Paragraph)
            return true;
        if (item.IsQuote)
            return EndsAfterUnit(_units[item.Unit], i + 1);
        if (item.Kind != ItemKind.Punctuation)
            return isKnownEnd && next.IsCapital && !next.IsQuote;
        return _text[item.Span.Start] is '.' or '!' or '?' or '…'
                && (next.IsCapital || next.IsQuote || next.Kind == ItemKind.Number)
            || isKnownEnd && next.IsCapital && _text[item.Span.Start] is not (',' or ':' or ';');
    }

    private bool EndsAfterUnit(QuotedUnit unit, int next)
    {
        if (!unit.EndsSentence && unit.End is not ('—' or '–' or '-'))
            return false;
        if (_items[next].IsQuote)
            return true;
        if (!_items[next].IsCapital)
            return false;
        return unit.End == '.' ? !IsBareAttribution(next) : !IsFollowedByVerb(next, 6);
    }

    /// <summary>“We won.” Smith said.</summary>
    private bool IsBareAttribution(int from)
    {
        for (var i = from; i < _items.Count && i < from + 5 && _items[i].Paragraph == _items[from].Paragraph; i++)
            if (_items[i].Lexeme.Verb is { Strength: CueStrength.Sure })
                return i + 1 == _items.Count || _items[i + 1].Paragraph != _items[i].Paragraph || IsMark(i + 1, '.');
        return false;
    }

    /// <summary>Smith asked; Smith, the head of the office, asked; Smith went on.</summary>
    private bool IsFollowedByVerb(int from, int within)
    {
        for (var i = from; i < _items.Count && i < from + within && _items[i].Paragraph == _items[from].Paragraph; i++)
        {
            if (_items[i].IsQuote || IsMark(i, '.'))
                return false;
            if (i <= from + 3 && IsMark(i, ','))
                within = 30;
            if (_items[i].Lexeme is { Verb: { } verb, Form: VerbForm.Past or VerbForm.Third })
                if (verb.Strength == CueStrength.Sure || i <= from + 3 && verb.Strength == CueStrength.Loose)
                    return true;
        }

        return false;
    }
}
