namespace Bot.Core.Articles;

/// <summary>How many there are; counting stops where the number would tell a reader nothing more.</summary>
/// <param name="IsExact">False where there are more.</param>
public readonly record struct ArticleCount(int Value, bool IsExact)
{
    public const int Most = 10_000;

    /// <param name="counted">One more than <see cref="Most"/> where there was no end.</param>
    internal static ArticleCount Of(int counted) => new(Math.Min(counted, Most), counted <= Most);
}
