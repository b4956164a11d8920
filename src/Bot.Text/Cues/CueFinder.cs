using System.Runtime.InteropServices;
using Bot.Text.Spans;

namespace Bot.Text.Cues;

/// <summary>Finds in each sentence the words of speech and who they belong to.</summary>
internal sealed class CueFinder
{
    private readonly ItemStream _stream;
    private readonly NounPhrases _phrases;
    private readonly PhraseWords _words;
    private readonly SubjectFinder _subjects;
    private readonly List<Cue> _cues = [];
    private readonly int[] _firstOfSentence;

    public CueFinder(ItemStream stream, NounPhrases phrases, PhraseWords words, SubjectFinder subjects)
    {
        (_stream, _phrases, _words, _subjects) = (stream, phrases, words, subjects);
        _firstOfSentence = new int[stream.Sentences.Count + 1];
        for (var s = 0; s < stream.Sentences.Count; s++)
        {
            _firstOfSentence[s] = _cues.Count;
            ReadSentence(stream.Sentences[s]);
        }

        _firstOfSentence[^1] = _cues.Count;
    }

    public ReadOnlySpan<Cue> In(int sentence) =>
        CollectionsMarshal.AsSpan(_cues)[_firstOfSentence[sentence].._firstOfSentence[sentence + 1]];

    /// <summary>All of them, in the text's order.</summary>
    public IReadOnlyList<Cue> All => _cues;

    /// <summary>The place of a sentence's first cue among all; of the one after the last sentence, their count.</summary>
    public int FirstOf(int sentence) => _firstOfSentence[sentence];

    private void ReadSentence(ItemSentence sentence)
    {
        var start = _cues.Count;
        AddLabel(sentence);
        for (var i = sentence.First; i <= sentence.Last; i++)
        {
            if (
                _stream[i].Lexeme.Verb is { } verb
                && IsVerbHere(i, sentence)
                && SubjectOf(i, start, sentence) is { } subject
            )
                _cues.Add(Of(i, verb, subject));
            else if (i < sentence.Last && _stream.Is(i, "according") && _stream.Is(i + 1, "to"))
            {
                if (!IsSaidBefore(i, start, sentence))
                    AddAccording(i);
            }
            else if (i > sentence.First && Lexicon.IsSpeechNoun(_stream.Word(i)))
                AddNoun(i);
        }
    }

    /// <summary>"her remark that", "Smith's claim of".</summary>
    private void AddNoun(int i)
    {
        var owner = i - 1;
        while (owner > _stream.SentenceOf(i).First && owner > i - 4 && _words.IsNoun(owner))
            owner--;
        var subject =
            _stream.Is(owner, "his") || _stream.Is(owner, "her") || _stream.Is(owner, "their") ? _phrases.Owner(owner)
            : _stream[owner].Lexeme.Is(WordClasses.Ending) && owner > _stream.SentenceOf(i).First
                ? _phrases.EndingAt(owner - 1)
            : null;
        if (subject is not null)
            _cues.Add(
                new Cue(
                    CueKind.Noun,
                    i,
                    subject.First,
                    i,
                    null,
                    VerbForm.None,
                    subject,
                    SubjectLink.Direct,
                    _stream[i].Span
                )
            );
    }

    /// <summary>"PENCE: …", where a transcript gives the floor.</summary>
    private void AddLabel(ItemSentence sentence)
    {
        if (sentence.First > 0 && _stream[sentence.First - 1].Paragraph == sentence.Paragraph)
            return;
        for (var i = sentence.First + 1; i <= sentence.Last && i < sentence.First + 6; i++)
        {
            if (_stream[i].Kind == ItemKind.Punctuation && !_stream.IsMark(i, ':'))
                return;
            if (!_stream.IsMark(i, ':'))
                continue;
            if (
                _phrases.EndingAt(i - 1) is { } name
                && name.First == sentence.First
                && name.Type != SpeakerType.Description
            )
                _cues.Add(
                    new Cue(
                        CueKind.Label,
                        i,
                        name.First,
                        i,
                        null,
                        VerbForm.None,
                        name,
                        SubjectLink.Direct,
                        _stream[i].Span
                    )
                );
            return;
        }
    }

    /// <summary>"…," Smith said, according to the paper: it tells who said it, and is not who did.</summary>
    private bool IsSaidBefore(int according, int start, ItemSentence sentence)
    {
        for (var c = start; c < _cues.Count; c++)
        {
            var cue = _cues[c];
            if (cue.Verb is null or { Strength: CueStrength.Faint })
                continue;
            var before = cue.First - 1;
            if (before > sentence.First && _stream.IsMark(before, ','))
                before--;
            var isOfQuote = before >= sentence.First && _stream[before].IsQuote;
            if (isOfQuote || cue.Last == according - 2 && _stream.IsMark(according - 1, ','))
                return NoQuoteWithin(cue.Last + 1, according);
        }

        return false;
    }

    private bool NoQuoteWithin(int first, int end)
    {
        for (var i = first; i < end; i++)
        {
            if (_stream[i].IsQuote)
                return false;
        }

        return true;
    }

    private void AddAccording(int i)
    {
        if (i + 2 >= _stream.Count || _phrases.StartingAt(i + 2) is not { } source)
            return;
        var words = TextSpan.FromBounds(_stream[i].Span.Start, _stream[i + 1].Span.End);
        _cues.Add(
            new Cue(CueKind.According, i, i, source.Last, null, VerbForm.None, source, SubjectLink.Inverted, words)
        );
    }

    private bool IsVerbHere(int i, ItemSentence sentence)
    {
        var item = _stream[i];
        if (item.Lexeme.Verb is { Particles: { Length: > 0 } particles })
            if (
                i == sentence.Last
                || !particles.Contains(_stream.Word(i + 1).ToString(), StringComparer.OrdinalIgnoreCase)
            )
                return false;
        if (_words.IsVerbAsNoun(i))
            return false;
        if (i == sentence.First)
            return item.Lexeme.Form == VerbForm.Gerund
                || item.Lexeme is { Form: VerbForm.Past, Verb.Strength: CueStrength.Sure };
        var before = _stream[i - 1];
        if (before.Lexeme.Is(WordClasses.Possessive | WordClasses.Ending))
            return false;
        if (before.Lexeme.Is(WordClasses.Determiner) && !before.Lexeme.Is(WordClasses.Subordinator))
            return false;
        return item.Lexeme.Form switch
        {
            VerbForm.Base => !item.IsCapital
                && (
                    before.Lexeme.Is(
                        WordClasses.Auxiliary | WordClasses.SubjectPronoun | WordClasses.Adverb | WordClasses.Relative
                    )
                    || _stream.Is(i - 1, "to")
                    || before.Kind == ItemKind.Word
                        && before.Lexeme.Classes == WordClasses.None
                        && _stream.Word(i - 1)[^1] == 's'
                ),
            VerbForm.Gerund => true,
            _ => !before.Lexeme.Is(WordClasses.Preposition) || before.Lexeme.Is(WordClasses.Subordinator),
        };
    }

    private FoundSubject? SubjectOf(int verb, int start, ItemSentence sentence)
    {
        if (IsPassive(verb, sentence.First))
            return _stream[verb].Lexeme.Verb!.Lemma == "quote" ? _subjects.Before(verb, []) : _subjects.Agent(verb); // the caller saw a verb
        if (IsTurned(verb, sentence) && _subjects.After(verb) is { } inverted)
            return inverted;
        if (_subjects.Before(verb, CollectionsMarshal.AsSpan(_cues)[start..]) is { } subject)
            return subject;
        return verb == sentence.First && _stream[verb].Lexeme.Form == VerbForm.Past ? _subjects.After(verb) : null;
    }

    /// <summary>“…,” said Smith; the plan is late, said Smith, a farmer.</summary>
    private bool IsTurned(int verb, ItemSentence sentence)
    {
        var lexeme = _stream[verb].Lexeme;
        if (lexeme.Form is not (VerbForm.Past or VerbForm.Third))
            return false;
        if (FollowsQuote(verb, sentence.First))
            return true;
        if (lexeme.Verb is not { Strength: CueStrength.Sure, Lemma: not ("tell" or "ask") })
            return false;
        if (verb == sentence.First || !_stream.IsMark(verb - 1, ',') || verb == sentence.Last)
            return false;
        if (_phrases.StartingAt(verb + 1) is not { } phrase)
            return false;
        var isEnd = phrase.Last == sentence.Last || _stream[phrase.Last + 1].Kind == ItemKind.Punctuation;
        return isEnd
            && (phrase.IsName || _stream[phrase.First].Lexeme.Is(WordClasses.Determiner | WordClasses.Possessive));
    }

    private bool IsPassive(int verb, int first)
    {
        if (_stream[verb].Lexeme.Form != VerbForm.Past)
            return false;
        // "when asked", "asked about it, Smith said"
        if (_stream[verb].Lexeme.Verb is { Lemma: "ask" } && (verb == first || IsReducedBefore(verb - 1)))
            return true;
        for (var i = verb - 1; i >= first; i--)
        {
            if (_stream[i].Lexeme.Is(WordClasses.Be))
                return true;
            if (!_stream[i].Lexeme.Is(WordClasses.Adverb | WordClasses.Auxiliary))
                return false;
        }

        return false;
    }

    private bool IsReducedBefore(int i) =>
        _stream[i].Lexeme.Is(WordClasses.Subordinator) && !_stream[i].Lexeme.Is(WordClasses.Relative);

    private bool FollowsQuote(int verb, int first)
    {
        for (var i = verb - 1; i >= first; i--)
        {
            if (_stream[i].IsQuote)
                return true;
            if (!_stream.IsMark(i, ',') && !_stream[i].Lexeme.Is(WordClasses.Adverb))
                return false;
        }

        return false;
    }

    private Cue Of(int i, SpeechVerb verb, FoundSubject subject)
    {
        var mention = subject.Mention;
        var isOwn = subject.Link is not (SubjectLink.Inherited or SubjectLink.Agent);
        return new Cue(
            CueKind.Verb,
            i,
            isOwn ? Math.Min(i, mention.First) : i,
            subject.Link == SubjectLink.Inverted ? Math.Max(i, mention.Last) : i,
            verb,
            _stream[i].Lexeme.Form,
            mention,
            subject.Link,
            _stream[i].Span
        );
    }
}
