using Bot.Text.Cues;
using Bot.Text.Spans;

namespace Bot.Text.Quotations;

/// <summary>Who is taken to have said a unit, and how surely.</summary>
/// <param name="Mention">Null where nobody is named.</param>
/// <param name="Speakable">The mention's place among all; below zero where there is none.</param>
/// <param name="EntityId">0 where the mention stands for no known entity.</param>
/// <param name="Earlier">The unit that this one shares its speaker with by going on from it.</param>
internal sealed record Attribution(
    SpeakerMention? Mention,
    int Speakable,
    int EntityId,
    TextSpan? Cue,
    int? Earlier,
    double Confidence
)
{
    /// <summary>How likely the mention is the speaker's, whomever it stands for: "he" may be sure where the man is not.</summary>
    public double MentionConfidence { get; init; }

    /// <summary>What stands in marks is a term, a title, a name.</summary>
    public bool IsPhrase { get; init; }

    public static Attribution Nobody(double confidence) => new(null, -1, 0, null, null, confidence);
}
