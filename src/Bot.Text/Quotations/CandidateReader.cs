using Bot.Text.Cues;

namespace Bot.Text.Quotations;

/// <summary>Lists who may have said a unit: those mentioned near it, who spoke last, nobody, or no speech at all.</summary>
internal sealed class CandidateReader(QuotationScene scene, SpeechJudge judge)
{
    /// <summary>Mentions beyond which nobody looks, so that a sentence without end costs no more.</summary>
    public const int MostBefore = 14;
    private const int MostAfter = 7;

    /// <summary>As <see cref="UnitView.Capitals"/> tells it.</summary>
    private const int AllCapitals = 3;

    private readonly Speakables _speakables = scene.Speakables;

    public void List(QuotedUnit unit, in UnitView view, EarlierSpeech earlier, List<SpeakerCandidate> candidates)
    {
        candidates.Clear();
        candidates.Add(new SpeakerCandidate(CandidateKind.Nobody));
        if (!IsWholeSpeech(unit, view))
            candidates.Add(new SpeakerCandidate(CandidateKind.Phrase));
        if (judge.IsByname(unit))
            return;
        if (earlier.IsKnown)
            candidates.Add(new SpeakerCandidate(CandidateKind.Previous, earlier.Speakable));
        var middle = FirstAfter(view);
        for (var i = middle - 1; i >= 0 && i >= middle - MostBefore; i--)
        {
            if (view.Paragraph - _speakables[i].Paragraph > 2)
                break;
            candidates.Add(new SpeakerCandidate(CandidateKind.Mentioned, i));
        }

        for (var i = middle; i < _speakables.Count && i < middle + MostAfter; i++)
        {
            if (_speakables[i].Paragraph - view.Paragraph > 1)
                break;
            candidates.Add(new SpeakerCandidate(CandidateKind.Mentioned, i));
        }
    }

    /// <summary>The place among all mentions of the first one behind a unit.</summary>
    public int FirstAfter(in UnitView unit)
    {
        var i = _speakables.FirstOf(unit.Sentence);
        var end = _speakables.FirstOf(unit.Sentence + 1);
        while (i < end)
        {
            var middle = (i + end) / 2;
            if (_speakables[middle].Mention.Head < unit.Item)
                i = middle + 1;
            else
                end = middle;
        }

        return i;
    }

    /// <summary>Terms and titles are no whole sentences, alone or behind a colon.</summary>
    private bool IsWholeSpeech(QuotedUnit unit, in UnitView view) =>
        (view.Standing > 0 || IsLedIn(unit, view))
        && unit is { Words: > 5, StartsUpper: true }
        && (unit.EndsSentence || !unit.IsClosed);

    private bool IsLedIn(QuotedUnit unit, in UnitView view) =>
        unit.Item > 0 && scene.Stream.IsMark(unit.Item - 1, ':') && view.Capitals < AllCapitals;
}
