namespace Bot.Text.Stories;

/// <summary>What an article is to those that came before it.</summary>
public enum StoryRelation
{
    /// <summary>It opens a story.</summary>
    First,

    /// <summary>An article of its own on a story that is known.</summary>
    Report,

    /// <summary>The same source on the same story, with sentences that say something new.</summary>
    Update,

    /// <summary>Most of its sentences are an earlier article's, the same or lightly edited.</summary>
    Rewrite,

    /// <summary>An earlier article's text, but for what stands around it.</summary>
    Copy,
}
