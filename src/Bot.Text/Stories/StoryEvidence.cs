namespace Bot.Text.Stories;

/// <summary>What is taken from an article once, when it arrives.</summary>
/// <param name="Terms">Of the title and the first sentences, each once, in the order of first use.</param>
/// <param name="Sentences">Of the text; the whole text where it has no sentence, as a headline alone.</param>
/// <param name="Title">The title as a sentence, null where it has none.</param>
internal sealed record StoryEvidence(
    IReadOnlyList<StoryTerm> Terms,
    IReadOnlyList<ArrivingSentence> Sentences,
    ArrivingSentence? Title
);
