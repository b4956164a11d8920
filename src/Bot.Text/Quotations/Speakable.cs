using Bot.Text.Cues;

namespace Bot.Text.Quotations;

/// <summary>A mention outside all marks of somebody or something that may have spoken.</summary>
/// <param name="Order">Its place among those of its sentence.</param>
/// <param name="IsModifier">Stands inside another's description: "Clinton" in "Clinton’s aide".</param>
/// <param name="IsPossessor">"’s" follows.</param>
/// <param name="Sort">What a description's noun stands for.</param>
internal sealed record Speakable(
    SpeakerMention Mention,
    int Sentence,
    int Paragraph,
    int Order,
    bool IsModifier,
    bool IsPossessor,
    NounSort Sort
);

/// <summary>What a noun stands for, as far as the lists know.</summary>
internal enum NounSort
{
    /// <summary>No noun, or one that no list has.</summary>
    Unknown,
    Thing,

    /// <summary>A group, or what carries somebody's words.</summary>
    Speaker,

    /// <summary>One person.</summary>
    Person,
}
