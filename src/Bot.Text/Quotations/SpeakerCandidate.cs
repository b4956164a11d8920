using Bot.Text.Cues;
using Bot.Text.Spans;

namespace Bot.Text.Quotations;

/// <summary>Where a candidate speaker was met, seen from the quoted unit.</summary>
internal enum CandidateSource
{
    /// <summary>The subject of a cue before the unit in its sentence.</summary>
    CueBefore,

    /// <summary>The subject of a cue after the unit in its sentence.</summary>
    CueAfter,

    /// <summary>The sentence or paragraph before ends with a colon.</summary>
    ColonBefore,

    /// <summary>The last cue of the sentence before, in the same paragraph.</summary>
    SentenceBefore,

    /// <summary>The last cue of the paragraph before, which quotes nothing.</summary>
    ParagraphBefore,

    /// <summary>The speaker of the unit before.</summary>
    PreviousSpeaker,

    /// <summary>The speaker of the next unit, in the same paragraph.</summary>
    NextSpeaker,

    /// <summary>Somebody whom the unit's sentence, or the one before, is about.</summary>
    Topic,

    /// <summary>"Smith's “plan”".</summary>
    Possessor,
}

/// <summary>What is known of a candidate; a score is made of it and of nothing else.</summary>
/// <param name="Gap">Words between the candidate's cue and the unit.</param>
/// <param name="SentencesAway">0 in the unit's own sentence.</param>
/// <param name="CuesBetween">Other cues between this one and the unit.</param>
/// <param name="UnitLeadsOn">The unit ends as speech does before "he said".</param>
/// <param name="IsContinued">The unit before was left open, so that this one goes on with it.</param>
/// <param name="IsFloating">Nothing but marks stands with the unit in its paragraph.</param>
/// <param name="IsAlone">The unit is all that its sentence holds.</param>
/// <param name="IsSameParagraph">The unit before, or the cue, is of the same paragraph.</param>
/// <param name="ParagraphsAway">Paragraphs between.</param>
internal readonly record struct CandidateFeatures(
    CandidateSource Source,
    CueKind? CueKind,
    CueStrength? Strength,
    SubjectLink? Link,
    VerbForm Form,
    SpeakerType Type,
    int Gap,
    int SentencesAway,
    int ParagraphsAway,
    int CuesBetween,
    bool UnitLeadsOn,
    bool UnitStartsUpper,
    bool UnitEndsSentence,
    bool FollowsConjunction,
    bool HasCommaBetween,
    bool IsContinued,
    bool IsFloating,
    bool IsAlone,
    bool IsSameParagraph,
    bool IsNamedInside
);

/// <summary>One who may have said a unit.</summary>
/// <param name="Earlier">The unit whose speaker this is, where it is taken from another unit.</param>
internal sealed record SpeakerCandidate(
    SpeakerMention Mention,
    TextSpan? Cue,
    int? Earlier,
    CandidateFeatures Features
);
