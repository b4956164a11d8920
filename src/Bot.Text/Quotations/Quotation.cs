using Bot.Text.Spans;

namespace Bot.Text.Quotations;

public enum QuotationKind
{
    /// <summary>Whole sentences of speech.</summary>
    Direct,

    /// <summary>Words of speech inside a sentence of the article's.</summary>
    Partial,

    /// <summary>A scare quote, a title, a name in marks: nobody's speech.</summary>
    Phrase,
}

/// <summary>How the speaker was worked out.</summary>
public enum SpeakerResolution
{
    Named,
    Pronoun,
    Description,

    /// <summary>An organisation, a country, or several together.</summary>
    Group,
    None,
}

/// <summary>Two who spoke together, by the <c>Entity.Id</c> of each.</summary>
public sealed record SpeakerPair(int One, int Other);

/// <summary>One stretch between one pair of marks, marks outside, and who said it.</summary>
/// <param name="Utterance">Stretches of one utterance share it: split by "he said", or run over paragraphs. One-based.</param>
/// <param name="SpeakerId">The <c>Entity.Id</c> of the speaker, null where the text does not tell.</param>
/// <param name="Mention">The words that name the speaker here ("he", "the prince", "Trump").</param>
/// <param name="Cue">The words that say that it was said ("said", "according to").</param>
public sealed record Quotation(
    TextSpan Span,
    QuotationKind Kind,
    int Utterance,
    int? SpeakerId,
    TextSpan? Mention,
    SpeakerResolution Resolution,
    TextSpan? Cue
)
{
    /// <summary>Where two said it together, as "A and B wrote"; <see cref="SpeakerId"/> is null then.</summary>
    public SpeakerPair? Together { get; init; }

    /// <summary>How likely all of this is, as the learned weights see it: 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>The <c>Entity.Id</c> of each who is known to have said it: one, two together, or none.</summary>
    public IEnumerable<int> SpeakerIds() =>
        Together is { } pair ? [pair.One, pair.Other]
        : SpeakerId is { } id ? [id]
        : [];

    /// <summary>Whether an entity said it, alone or with another.</summary>
    public bool IsBy(int entityId) => SpeakerIds().Contains(entityId);
}
