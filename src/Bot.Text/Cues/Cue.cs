using Bot.Text.Spans;

namespace Bot.Text.Cues;

/// <summary>How a speech verb and its subject hang together.</summary>
internal enum SubjectLink
{
    /// <summary>"Smith said", "Smith has also said".</summary>
    Direct,

    /// <summary>"Smith, a farmer from Ohio, said".</summary>
    AcrossPhrase,

    /// <summary>"said Smith".</summary>
    Inverted,

    /// <summary>"Smith, who said".</summary>
    Relative,

    /// <summary>"Smith smiled and said", "Smith attacked the plan, calling it".</summary>
    Inherited,

    /// <summary>"was described by Smith as".</summary>
    Agent,

    /// <summary>"after talks with Smith said": most likely not the subject.</summary>
    Doubtful,
}

internal enum CueKind
{
    Verb,

    /// <summary>"according to Smith", "in Smith's words".</summary>
    According,

    /// <summary>"SMITH: …".</summary>
    Label,

    /// <summary>"Smith's remark that".</summary>
    Noun,
}

/// <summary>Words that say that something was said, with the one who said it.</summary>
/// <param name="First">First item of the cue and its subject together.</param>
/// <param name="Last">Last item of both.</param>
/// <param name="At">The verb.</param>
internal sealed record Cue(
    CueKind Kind,
    int At,
    int First,
    int Last,
    SpeechVerb? Verb,
    VerbForm Form,
    SpeakerMention Subject,
    SubjectLink Link,
    TextSpan Words
);
