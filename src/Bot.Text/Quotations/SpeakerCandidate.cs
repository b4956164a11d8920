namespace Bot.Text.Quotations;

internal enum CandidateKind
{
    /// <summary>One whom the article mentions near the unit.</summary>
    Mentioned,

    /// <summary>Who spoke last.</summary>
    Previous,

    /// <summary>Somebody whom the article does not name.</summary>
    Nobody,

    /// <summary>What stands in marks is no speech.</summary>
    Phrase,
}

/// <summary>One who may have said a unit.</summary>
/// <param name="Speakable">The place of the mention among all, where there is one.</param>
internal readonly record struct SpeakerCandidate(CandidateKind Kind, int Speakable = -1);

/// <summary>What the units before a unit tell of who speaks.</summary>
/// <param name="Unit">The last unit that somebody is known to have said; below zero where there is none.</param>
/// <param name="Speakable">The mention that names who said it.</param>
/// <param name="EntityId">0 where the mention stands for no known entity.</param>
/// <param name="IsAfterPhrase">The unit right before is no speech.</param>
internal readonly record struct EarlierSpeech(int Unit, int Speakable, int EntityId, bool IsAfterPhrase)
{
    public static readonly EarlierSpeech None = new(-1, -1, 0, false);

    public bool IsKnown => Unit >= 0;
}
