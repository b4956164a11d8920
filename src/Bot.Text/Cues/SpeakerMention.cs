using Bot.Text.Spans;

namespace Bot.Text.Cues;

internal enum SpeakerType
{
    Person,
    Organisation,
    Place,

    /// <summary>A capitalised run that no entity covers.</summary>
    Capitals,
    Description,
    Pronoun,

    /// <summary>"A and B".</summary>
    Several,
}

/// <summary>A phrase of the article's own that may name a speaker: items First to Last, both inclusive.</summary>
/// <param name="Head">The item that says what the phrase is: a name's last word, a description's noun.</param>
/// <param name="Span">What is shown: a name without its title, a description whole.</param>
/// <param name="EntityId">The entity that a name or a linked description stands for, 0 where none does.</param>
internal sealed record SpeakerMention(int First, int Last, int Head, SpeakerType Type, TextSpan Span, int EntityId)
{
    /// <summary>The entities of "A and B", one-based; null where only one is meant.</summary>
    public (int One, int Other)? Together { get; init; }

    public bool IsName => Type is SpeakerType.Person or SpeakerType.Capitals;
}
