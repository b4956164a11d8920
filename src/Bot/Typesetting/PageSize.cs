namespace Bot.Typesetting;

/// <summary>How much stands on a page, in letters or, where letters are not alike, in what they weigh.</summary>
/// <param name="Most">A galley of no more than this is not cut.</param>
/// <param name="Comfortable">A page that is read, and turned, with ease.</param>
internal sealed record PageSize(int Most, int Comfortable)
{
    public int MostMarks { get; init; } = int.MaxValue;

    /// <summary>By place, what all letters before it weigh: one number more than there are letters; null where each weighs one.</summary>
    public IReadOnlyList<int>? Weights { get; init; }

    /// <summary>False of a text and a place in it where no page may begin.</summary>
    public Func<string, int, bool> MayBegin { get; init; } = (_, _) => true;
}
