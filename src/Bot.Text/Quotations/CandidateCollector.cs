using Bot.Text.Cues;
using Bot.Text.Names;

namespace Bot.Text.Quotations;

/// <summary>Gathers those who may have said a unit: from its sentence, the ones before, and its neighbours.</summary>
internal sealed class CandidateCollector(
    ItemStream stream,
    NounPhrases phrases,
    PhraseWords words,
    MentionMap mentions,
    CueFinder cues,
    SubjectFinder subjects
)
{
    /// <summary>Words beyond which nothing is counted, so that a sentence without end costs no more.</summary>
    private const int Far = 80;

    /// <summary>Candidates by the unit's own sentence.</summary>
    public List<SpeakerCandidate> InSentence(QuotedUnit unit)
    {
        var found = new List<SpeakerCandidate>();
        var sentence = stream[unit.Item].Sentence;
        var all = cues.In(sentence);
        var after = FirstAfter(all, unit.Item);
        for (var i = after - 1; i >= 0 && i >= after - 5; i--)
            found.Add(Before(unit, all[i], after - 1 - i));
        for (var i = after; i < all.Length && i < after + 3; i++)
            if (all[i].First > unit.Item)
                found.Add(After(unit, all[i], i - after));
        AddPossessor(unit, found);
        return found;
    }

    private static int FirstAfter(ReadOnlySpan<Cue> cues, int item)
    {
        var (low, high) = (0, cues.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (cues[middle].At < item)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Candidates by what stands around the unit's sentence.</summary>
    public void AddAround(QuotedUnit unit, IReadOnlyList<Attribution> decided, List<SpeakerCandidate> found)
    {
        var at = stream[unit.Item];
        var isFloating = IsFloating(unit);
        AddPrevious(unit, decided, isFloating, found);
        for (var s = at.Sentence - 1; s >= 0 && s >= at.Sentence - 3; s--)
        {
            var paragraphs = at.Paragraph - stream.Sentences[s].Paragraph;
            if (paragraphs > 1)
                break;
            var endsInColon = s == at.Sentence - 1 && stream.IsMark(stream.Sentences[s].Last, ':');
            if (paragraphs > 0 && !endsInColon && HasUnit(s))
                break;
            if (cues.In(s) is [.., var cue])
            {
                var source =
                    endsInColon ? CandidateSource.ColonBefore
                    : paragraphs == 0 ? CandidateSource.SentenceBefore
                    : CandidateSource.ParagraphBefore;
                found.Add(Around(unit, cue, source, at.Sentence - s, paragraphs, isFloating));
            }
            else if (Topic(s) is { } topic)
            {
                var source = endsInColon ? CandidateSource.ColonBefore : CandidateSource.Topic;
                found.Add(
                    new SpeakerCandidate(
                        topic,
                        null,
                        null,
                        Features(unit, topic, source) with
                        {
                            SentencesAway = at.Sentence - s,
                            ParagraphsAway = paragraphs,
                            IsFloating = isFloating,
                        }
                    )
                );
            }

            if (paragraphs > 0)
                break;
        }

        if (
            !IsAlone(unit)
            && (Topic(at.Sentence) ?? subjects.MainSubjectOf(at.Sentence)) is { } own
            && own.Last < unit.Item
        )
            found.Add(new SpeakerCandidate(own, null, null, Features(unit, own, CandidateSource.Topic)));
    }

    public bool IsFloating(QuotedUnit unit) => !stream.HasWords(stream[unit.Item].Paragraph);

    public bool IsAlone(QuotedUnit unit)
    {
        var (first, last, _) = stream.SentenceOf(unit.Item);
        var before = unit.Item == first || unit.Item == first + 1 && stream[first].Kind == ItemKind.Punctuation;
        return before && (unit.Item == last || unit.Item == last - 1 && stream[last].Kind == ItemKind.Punctuation);
    }

    private bool HasUnit(int sentence)
    {
        var (first, last, _) = stream.Sentences[sentence];
        for (var i = last; i >= first && i > last - Far; i--)
            if (stream[i].IsQuote)
                return true;
        return false;
    }

    private SpeakerCandidate Before(QuotedUnit unit, Cue cue, int between)
    {
        var features = Features(unit, cue.Subject, CandidateSource.CueBefore, cue);
        features = features with { Gap = GapBetween(cue.Last, unit.Item), CuesBetween = between };
        return new SpeakerCandidate(cue.Subject, cue.Words, null, features);
    }

    private SpeakerCandidate After(QuotedUnit unit, Cue cue, int between)
    {
        var features = Features(unit, cue.Subject, CandidateSource.CueAfter, cue) with
        {
            Gap = GapBetween(unit.Item, cue.First),
            CuesBetween = between,
            HasCommaBetween = stream.IsMark(cue.First - 1, ',') || unit.LeadsOn && cue.First == unit.Item + 1,
            FollowsConjunction = HasConjunction(unit.Item + 1, cue.First),
        };
        return new SpeakerCandidate(cue.Subject, cue.Words, null, features);
    }

    private bool HasConjunction(int from, int to)
    {
        for (var i = from; i < to && i < from + 20; i++)
            if (
                stream[i].Lexeme.Is(WordClasses.Conjunction) && !stream[i + 1].IsQuote
                || stream.IsMark(i, ';')
                || stream.Is(i, "while")
            )
                return true;
        return false;
    }

    /// <summary>Words between two items that tell something: no commas, no "that".</summary>
    private int GapBetween(int from, int to)
    {
        var gap = Math.Max(0, to - from - Far);
        for (var i = from + 1; i < to && i <= from + Far; i++)
            gap +=
                stream[i].IsQuote ? 3
                : stream[i].Kind == ItemKind.Punctuation
                || stream.Is(i, "that")
                || stream[i].Lexeme.Is(WordClasses.Time)
                    ? 0
                : 1;
        return gap;
    }

    private SpeakerCandidate Around(
        QuotedUnit unit,
        Cue cue,
        CandidateSource source,
        int sentences,
        int paragraphs,
        bool isFloating
    ) =>
        new(
            cue.Subject,
            source == CandidateSource.ColonBefore ? cue.Words : null,
            null,
            Features(unit, cue.Subject, source, cue) with
            {
                SentencesAway = sentences,
                ParagraphsAway = paragraphs,
                IsFloating = isFloating,
                IsSameParagraph = paragraphs == 0,
            }
        );

    private void AddPrevious(
        QuotedUnit unit,
        IReadOnlyList<Attribution> decided,
        bool isFloating,
        List<SpeakerCandidate> found
    )
    {
        for (var i = unit.Index - 1; i >= 0 && i >= unit.Index - 4; i--)
        {
            if (decided[i].Mention is not { } speaker)
                continue;
            var (here, there) = (stream[unit.Item], stream[stream.Units[i].Item]);
            var features = Features(unit, speaker, CandidateSource.PreviousSpeaker) with
            {
                SentencesAway = here.Sentence - there.Sentence,
                ParagraphsAway = here.Paragraph - there.Paragraph,
                IsSameParagraph = here.Paragraph == there.Paragraph,
                IsContinued = i == unit.Index - 1 && !stream.Units[i].IsClosed && here.Paragraph == there.Paragraph + 1,
                IsFloating = isFloating,
            };
            if (features.ParagraphsAway <= 4)
                found.Add(new SpeakerCandidate(speaker, null, i, features));
            return;
        }
    }

    private void AddPossessor(QuotedUnit unit, List<SpeakerCandidate> found)
    {
        var (item, sentence) = (unit.Item, stream.SentenceOf(unit.Item));
        if (
            item - 1 > sentence.First
            && stream[item - 1].Lexeme.Is(WordClasses.Ending)
            && mentions.NameAt(item - 2) is { Type: EntityType.Person } name
        )
        {
            var mention = phrases.EndingAt(name.Last);
            if (mention is not null)
                found.Add(
                    new SpeakerCandidate(mention, null, null, Features(unit, mention, CandidateSource.Possessor))
                );
        }
    }

    /// <summary>The first person or pronoun of a sentence that no preposition leads in.</summary>
    private SpeakerMention? Topic(int sentence)
    {
        var (first, last, _) = stream.Sentences[sentence];
        SpeakerMention? second = null;
        for (var i = first; i <= last && i < first + 60; i++)
        {
            var isName = mentions.NameAt(i) is { Type: EntityType.Person };
            if (!isName && !(words.IsPronoun(i) && (stream.Is(i, "he") || stream.Is(i, "she"))))
                continue;
            var mention = isName ? phrases.EndingAt(mentions.NameAt(i)!.Last) : phrases.EndingAt(i); // isName saw it
            if (mention is null)
                continue;
            i = mention.Last;
            var isLedIn = mention.First > first && stream[mention.First - 1].Lexeme.Is(WordClasses.Preposition);
            var isPossessor = i < last && stream[i + 1].Lexeme.Is(WordClasses.Ending);
            if (!isLedIn && !isPossessor)
                return mention;
            second ??= mention;
        }

        return second;
    }

    private CandidateFeatures Features(
        QuotedUnit unit,
        SpeakerMention mention,
        CandidateSource source,
        Cue? cue = null
    ) =>
        new(
            source,
            cue?.Kind,
            cue?.Verb?.Strength,
            cue?.Link,
            cue?.Form ?? VerbForm.None,
            mention.Type,
            0,
            0,
            0,
            0,
            unit.LeadsOn,
            unit.StartsUpper,
            unit.EndsSentence,
            false,
            false,
            false,
            false,
            IsAlone(unit),
            false,
            IsNamedInside(unit, mention)
        );

    /// <summary>People seldom name themselves.</summary>
    private bool IsNamedInside(QuotedUnit unit, SpeakerMention mention) =>
        mention.IsName
        && unit.Words is > 6 and < 400
        && unit.Span.In(stream.Text).Contains(stream.Word(mention.Head), StringComparison.Ordinal);
}
