namespace Bot.Text.Quotations;

internal enum AppearanceKind
{
    Name,
    Description,

    /// <summary>"he", "she".</summary>
    Pronoun,

    /// <summary>"his", "him", "her".</summary>
    OtherPronoun,
}

/// <summary>One place outside all marks where a person is spoken of.</summary>
/// <param name="Order">How many persons the sentence has before it.</param>
/// <param name="Role">What the words beside it tell of its part in the sentence, a bit each.</param>
/// <param name="IsSpeaker">A cue gives it the word.</param>
internal readonly record struct Appearance(
    int Item,
    int EntityId,
    AppearanceKind Kind,
    int Sentence,
    int Paragraph,
    int Order,
    int Role,
    bool IsSpeaker
);
