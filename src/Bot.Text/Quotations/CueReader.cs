using Bot.Text.Cues;

namespace Bot.Text.Quotations;

/// <summary>Finds the cue by which a mention may have the word for a unit.</summary>
internal sealed class CueReader(QuotationScene scene)
{
    /// <summary>Cues on either side beyond which none is a unit's own.</summary>
    private const int MostBefore = 8;
    private const int MostAfter = 4;

    private readonly Speakables _speakables = scene.Speakables;

    /// <summary>The cue that gives a mention the word for the unit: one of the unit's own sentence, or before a colon.</summary>
    public Cue? Beside(int speakable, in UnitView unit)
    {
        var sentence = _speakables[speakable].Sentence;
        var isNear = sentence == unit.Sentence || sentence == unit.Sentence - 1 && unit.PreviousEndsInColon;
        return isNear ? Nearest(speakable, unit, out _) : null;
    }

    /// <summary>The cue that gives a mention the word and stands nearest to the unit.</summary>
    /// <param name="rank">Other cues between it and the unit, or the end of its sentence that is nearer.</param>
    public Cue? Nearest(int index, in UnitView unit, out int rank)
    {
        var cues = scene.Cues;
        var sentence = _speakables[index].Sentence;
        var (first, end) = (cues.FirstOf(sentence), cues.FirstOf(sentence + 1));
        rank = 0;
        if (first == end)
            return null;
        var position =
            sentence < unit.Sentence ? int.MaxValue
            : sentence > unit.Sentence ? -1
            : unit.Item;
        var after = FirstFrom(position, first, end);
        for (var step = 0; step < MostBefore; step++)
        {
            var (back, on) = (after - 1 - step, after + step);
            var isOn = on < end && on < after + MostAfter && _speakables.OfCue(on) == index;
            var isBack = back >= first && _speakables.OfCue(back) == index;
            if (!isOn && !isBack)
                continue;
            rank = Math.Min(step, 3);
            return isOn && (!isBack || IsNearer(on, back, position)) ? cues.All[on] : cues.All[back];
        }

        return null;
    }

    /// <summary>The last cue of the unit's sentence that stands before it.</summary>
    public Cue? LastBefore(in UnitView unit)
    {
        var (first, end) = (scene.Cues.FirstOf(unit.Sentence), scene.Cues.FirstOf(unit.Sentence + 1));
        var after = FirstFrom(unit.Item, first, end);
        return after > first ? scene.Cues.All[after - 1] : null;
    }

    /// <summary>Words between a cue of the unit's sentence and the unit that tell something: no commas, no "that".</summary>
    public int GapTo(Cue cue, in UnitView unit)
    {
        var (from, to) = cue.At < unit.Item ? (cue.Last, unit.Item) : (unit.Item, cue.First);
        return UnitView.GapBetween(scene.Stream, from, to);
    }

    private int FirstFrom(int position, int first, int end)
    {
        while (first < end)
        {
            var middle = (first + end) / 2;
            if (scene.Cues.All[middle].At < position)
                first = middle + 1;
            else
                end = middle;
        }

        return first;
    }

    private bool IsNearer(int on, int back, int position) =>
        scene.Cues.All[on].At - position <= position - scene.Cues.All[back].At;
}
