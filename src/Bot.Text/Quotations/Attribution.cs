using Bot.Text.Cues;
using Bot.Text.Spans;

namespace Bot.Text.Quotations;

/// <summary>Who is taken to have said a unit, and why.</summary>
/// <param name="Mention">Null where nobody fits.</param>
/// <param name="EntityId">0 where the mention stands for no known entity.</param>
/// <param name="Earlier">The unit that this one shares its speaker with by going on from it.</param>
internal sealed record Attribution(
    SpeakerMention? Mention,
    int EntityId,
    TextSpan? Cue,
    int? Earlier,
    CandidateSource? Source,
    double Score
)
{
    public static readonly Attribution Nobody = new(null, 0, null, null, null, 0);

    /// <summary>What stands in marks is a term, a title, a name.</summary>
    public bool IsPhrase { get; init; }
}
