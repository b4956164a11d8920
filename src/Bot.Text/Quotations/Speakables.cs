using Bot.Text.Cues;
using Bot.Text.Lexicons;

namespace Bot.Text.Quotations;

/// <summary>All mentions of those who may have spoken, in the text's order, and which of them each cue gives the word to.</summary>
internal sealed class Speakables
{
    private readonly ItemStream _stream;
    private readonly MentionMap _mentions;
    private readonly NounPhrases _phrases;
    private readonly PhraseWords _words;
    private readonly CueFinder _cues;
    private readonly List<Speakable> _all = [];
    private readonly int[] _firstOfSentence;
    private readonly int[] _byHead;
    private readonly int[] _ofCue;
    private readonly bool[] _speaks;

    public Speakables(ItemStream stream, MentionMap mentions, NounPhrases phrases, PhraseWords words, CueFinder cues)
    {
        (_stream, _mentions, _phrases, _words, _cues) = (stream, mentions, phrases, words, cues);
        _firstOfSentence = new int[stream.Sentences.Count + 1];
        _byHead = new int[stream.Count];
        Array.Fill(_byHead, -1);
        _ofCue = new int[cues.All.Count];
        var found = new List<SpeakerMention>();
        for (var s = 0; s < stream.Sentences.Count; s++)
        {
            _firstOfSentence[s] = _all.Count;
            found.Clear();
            Collect(s, found);
            Keep(s, found);
        }

        _firstOfSentence[^1] = _all.Count;
        _speaks = new bool[_all.Count];
        for (var c = 0; c < _ofCue.Length; c++)
        {
            var cue = cues.All[c];
            _ofCue[c] = _byHead[cue.Subject.Head];
            _speaks[_ofCue[c]] |= cue is { Verb.Strength: not CueStrength.Faint } or { Kind: CueKind.According };
        }
    }

    public int Count => _all.Count;

    public Speakable this[int index] => _all[index];

    /// <summary>The place of a sentence's first mention among all; of the one after the last sentence, their count.</summary>
    public int FirstOf(int sentence) => _firstOfSentence[sentence];

    /// <summary>The one to whom a cue, by its place among all, gives the word.</summary>
    public int OfCue(int cue) => _ofCue[cue];

    /// <summary>The mention whose head stands at an item; below zero where there is none.</summary>
    public int AtHead(int item) => _byHead[item];

    /// <summary>Whether a cue gives the word to the mention whose head stands at an item.</summary>
    public bool Speaks(int item) => _byHead[item] is var index and >= 0 && _speaks[index];

    private void Collect(int sentence, List<SpeakerMention> found)
    {
        foreach (var cue in _cues.In(sentence))
            Add(cue.Subject, found);
        var (first, last, _) = _stream.Sentences[sentence];
        for (var i = first; i <= last; i++)
        {
            if (_stream[i].Kind != ItemKind.Word || _phrases.StartingAt(i) is not { } phrase)
                continue;
            if (phrase.Type != SpeakerType.Description || _words.IsDeterminer(i) && !_words.IsStretchOfTime(phrase))
                Add(phrase, found);
            for (var k = i; k <= phrase.Head; k++)
            {
                if (_mentions.NameAt(k) is not { } name)
                    continue;
                if (name.Last <= last && _phrases.EndingAt(name.Last) is { } inner)
                    Add(inner, found);
                k = name.Last;
            }

            i = Math.Max(i, phrase.Head);
        }
    }

    private void Add(SpeakerMention mention, List<SpeakerMention> found)
    {
        if (_byHead[mention.Head] >= 0)
            return;
        _byHead[mention.Head] = 0;
        found.Add(mention);
    }

    private void Keep(int sentence, List<SpeakerMention> found)
    {
        found.Sort(static (a, b) => a.Head.CompareTo(b.Head));
        var (_, last, paragraph) = _stream.Sentences[sentence];
        for (var i = 0; i < found.Count; i++)
        {
            var mention = found[i];
            var isModifier = false;
            for (var k = i + 1; k < found.Count && k < i + 3; k++)
                isModifier |= found[k].First <= mention.First && found[k].Type != SpeakerType.Several;
            for (var k = i - 1; k >= 0 && k > i - 3; k--)
                isModifier |= found[k].Last >= mention.Head;
            var isPossessor = mention.Last < last && _stream[mention.Last + 1].Lexeme.Is(WordClasses.Ending);
            _byHead[mention.Head] = _all.Count;
            _all.Add(new Speakable(mention, sentence, paragraph, i, isModifier, isPossessor, SortOf(mention)));
        }
    }

    private NounSort SortOf(SpeakerMention mention)
    {
        if (mention.Type is not (SpeakerType.Description or SpeakerType.Capitals))
            return NounSort.Unknown;
        if (Lexicon.IsSpeechNoun(_stream.Word(mention.Head)))
            return NounSort.Speaker;
        var traits = _words.TraitsAt(mention.Head);
        return PhraseWords.IsPerson(traits) ? NounSort.Person
            : (traits & (WordTraits.PersonNoun | WordTraits.GroupNoun)) != WordTraits.None ? NounSort.Speaker
            : traits.HasFlag(WordTraits.Noun) ? NounSort.Thing
            : NounSort.Unknown;
    }
}
