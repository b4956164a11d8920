using Bot.Core.Articles;

namespace Bot.Core.Feeds.Items;

internal enum ItemFate
{
    /// <summary>News: it is owed to whoever follows the feed.</summary>
    Taken,
    Archive,
    Held,
    Empty,
}

/// <summary>One item to be written down.</summary>
/// <param name="Copy">Null where it has nothing to read, or says what it said.</param>
/// <param name="Known">Null where it is new.</param>
internal sealed record TakenItem(ItemSign Sign, string Origin, ArticleCopy? Copy, ItemFate Fate, KnownItem? Known)
{
    public bool IsNew => Known is null;
}
