namespace Bot.Text.Stories;

/// <summary>All that a <see cref="StoryTracker"/> knows, as plain rows of numbers: to be written by any serialiser and read again.</summary>
/// <param name="Version">Of the form of the terms; a state of another version is not restored.</param>
/// <param name="LastNumber">The number of the newest story.</param>
/// <param name="SinceSweep">How many articles came since old stories were last closed.</param>
/// <param name="Articles">How many articles the counts are of.</param>
/// <param name="Terms">The keys of all terms that were counted.</param>
/// <param name="Counts">In how many articles each of <paramref name="Terms"/> stood.</param>
public sealed record StoryTrackerState(
    int Version,
    StoryClockState Clock,
    int LastNumber,
    int SinceSweep,
    int Articles,
    IReadOnlyList<uint> Terms,
    IReadOnlyList<int> Counts,
    IReadOnlyList<StoryState> Stories
);

/// <summary>What time it is in a stream.</summary>
/// <param name="Latest">The latest time that an article gave.</param>
/// <param name="Now">The latest time but one, or the earlier of the first two.</param>
/// <param name="HasTwo">Whether a second article gave a time.</param>
public sealed record StoryClockState(DateTimeOffset Latest, DateTimeOffset Now, bool HasTwo);

/// <summary>One open story.</summary>
/// <param name="Size">How many articles it has, the older ones counted less.</param>
/// <param name="Last">When its last article was published.</param>
/// <param name="Terms">The keys of its terms.</param>
/// <param name="InArticles">In how many of its articles each of <paramref name="Terms"/> stands.</param>
/// <param name="AsName">In how many it is a name.</param>
/// <param name="Said">The keys of all terms that any of its sentences had.</param>
/// <param name="Remembered">The articles that a new one is compared with, the latest last.</param>
public sealed record StoryState(
    int Number,
    double Size,
    DateTimeOffset Last,
    IReadOnlyList<uint> Terms,
    IReadOnlyList<float> InArticles,
    IReadOnlyList<float> AsName,
    IReadOnlyList<uint> Said,
    IReadOnlyList<StoryArticleState> Remembered
);

/// <summary>One article of a story.</summary>
/// <param name="HasTitle">Whether the first of <paramref name="Sentences"/> is its title.</param>
public sealed record StoryArticleState(
    string Id,
    string? Source,
    bool HasTitle,
    IReadOnlyList<StorySentenceState> Sentences
);

/// <summary>One sentence: a number that stands for its words, and the keys of its terms.</summary>
public sealed record StorySentenceState(uint Print, IReadOnlyList<uint> Terms);
