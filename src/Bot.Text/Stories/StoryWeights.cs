namespace Bot.Text.Stories;

/// <summary>How much each kind of evidence counts; <c>src/Bot.Text.Training</c> <c>stories</c> shows what other numbers give.</summary>
internal sealed record StoryWeights
{
    /// <summary>What an article must reach to belong to a story: a sum of natural logarithms of likelihood ratios.</summary>
    public double Threshold { get; init; } = 3;

    /// <summary>The share of an article's terms that its story is expected to explain; the rest are words of its own.</summary>
    public double Explained { get; init; } = 0.3;

    /// <summary>Articles that a story is thought to have had without a term, so that its first article does not tell all.</summary>
    public double Doubt { get; init; } = 2;

    /// <summary>The articles of the sample that a term counts for which none of them has: it is rarer than one of a single article.</summary>
    public double Unknown { get; init; } = 0.5;

    /// <summary>The sample's articles are whole; of their terms, a title and a lead have about as much.</summary>
    public double SampleLength { get; init; } = 0.1;

    /// <summary>As many articles of the stream count as much as the sample does.</summary>
    public double Sample { get; init; } = 20_000;

    public double Title { get; init; } = 2;
    public double Name { get; init; } = 1.25;

    public double SmallNumber { get; init; } = 0.5;

    /// <summary>The most that an article's terms weigh together: a long one must not be surer than a headline.</summary>
    public double Most { get; init; } = 12;

    /// <summary>For each doubling, and so on, of a story: a large one is likelier to grow. Times the logarithm of its size.</summary>
    public double Size { get; init; } = 0.5;

    /// <summary>Against, for each day since the story's last article.</summary>
    public double Day { get; init; } = 2;

    /// <summary>Against, where the names of the article and those of the story have nothing in common: two earthquakes.</summary>
    public double OtherNames { get; init; } = 4;

    /// <summary>As much of what speaks for the story counts no more then: a template of words with other names in it.</summary>
    public double OtherNamesShare { get; init; } = 0.5;

    public static StoryWeights Shipped { get; } = new();
}
