namespace Bot.Core.Feeds.Items;

internal enum ItemFate
{
    /// <summary>News: it is owed to whoever follows the feed.</summary>
    Taken,

    /// <summary>A new feed had it already.</summary>
    Archive,

    /// <summary>It came with many others in place of all that the feed had.</summary>
    Held,

    /// <summary>There is nothing to read in it.</summary>
    Empty,
}
