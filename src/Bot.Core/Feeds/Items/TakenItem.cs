using Bot.Core.Articles;

namespace Bot.Core.Feeds.Items;

/// <summary>One item to be written down.</summary>
/// <param name="Copy">What is filed; null where it has nothing to read, or nothing else than before.</param>
/// <param name="Known">Null where it is new.</param>
internal sealed record TakenItem(ItemSign Sign, string Origin, ArticleCopy? Copy, ItemFate Fate, KnownItem? Known)
{
    public bool IsNew => Known is null;

    /// <summary>False where only what it is known by is other than before.</summary>
    public bool IsChanged { get; init; }

    /// <summary>How much the feed has of it, where its page is to be read for the whole text; else null.</summary>
    public int? TeaserLetters { get; init; }
}
