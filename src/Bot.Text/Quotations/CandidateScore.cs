using Bot.Text.Cues;

namespace Bot.Text.Quotations;

/// <summary>
/// How likely a candidate is to have said a unit, by weights set by hand. The one place to put learned weights:
/// it sees the features alone.
/// </summary>
internal static class CandidateScore
{
    /// <summary>A candidate below this is nobody's match.</summary>
    public const double Enough = 2;

    /// <summary>Above this a cue of the unit's own sentence has spoken.</summary>
    public const double Cued = 4;

    public static double Of(in CandidateFeatures f)
    {
        var score = f.Source switch
        {
            CandidateSource.CueAfter => After(f),
            CandidateSource.CueBefore => Before(f),
            CandidateSource.ColonBefore => f.SentencesAway == 0 ? 6 : 7.5,
            CandidateSource.SentenceBefore => 5.2
                - 0.8 * (f.SentencesAway - 1)
                - (f.Strength == CueStrength.Loose ? 1 : 0),
            CandidateSource.PreviousSpeaker => Previous(f),
            CandidateSource.NextSpeaker => 5.4,
            CandidateSource.ParagraphBefore => f.IsFloating ? 4.4 - Weak(f) : 2.2,
            CandidateSource.Topic => (f.SentencesAway == 0 ? 4 : 3.2) - 0.5 * f.SentencesAway - 0.4 * f.ParagraphsAway,
            _ => 3,
        };
        return score + Kind(f);
    }

    private static double Weak(in CandidateFeatures f) =>
        f.Strength switch
        {
            CueStrength.Loose => 1,
            CueStrength.Faint => 3,
            _ => 0,
        };

    private static double After(in CandidateFeatures f)
    {
        if (f.CueKind == CueKind.According)
            return f.Gap == 0 ? 10 : 8 - 0.1 * f.Gap;
        var score = 10 - 1.5 * Weak(f);
        score -= 0.5 * f.Gap + 2 * f.CuesBetween;
        if (!f.UnitLeadsOn && !f.HasCommaBetween)
            score -= 4;
        if (f.FollowsConjunction)
            score -= 5;
        if (f.Form == VerbForm.Gerund && f.Link is not SubjectLink.Direct)
            score -= 4;
        return score + Linked(f);
    }

    private static double Before(in CandidateFeatures f)
    {
        var score = f.CueKind switch
        {
            CueKind.Label => 9.5,
            CueKind.According => 6,
            CueKind.Noun => 7.4,
            _ => 9 - Weak(f),
        };
        score -= Math.Min(4, 0.12 * f.Gap) + 1.2 * f.CuesBetween;
        return score + Linked(f);
    }

    private static double Linked(in CandidateFeatures f) =>
        f.Link switch
        {
            SubjectLink.Doubtful => -2.5,
            SubjectLink.Inherited => -0.3,
            SubjectLink.Relative => f.Gap > 3 ? -2 : -0.2,
            _ => 0,
        };

    private static double Previous(in CandidateFeatures f)
    {
        if (f.IsContinued)
            return 9;
        if (f.IsSameParagraph)
            return (f.SentencesAway <= 1 ? 7 : 5.6 - 0.4 * f.SentencesAway) - (f.IsAlone ? 0 : 3.4);
        return (f.IsFloating ? 5 : 3.4) - 0.9 * (f.ParagraphsAway - 1);
    }

    private static double Kind(in CandidateFeatures f) =>
        (f.Type is SpeakerType.Place ? -0.6 : 0) + (f.IsNamedInside ? -0.8 : 0);
}
