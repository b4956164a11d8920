namespace Bot.Core.Feeds.Items;

/// <summary>An item that the feed has shown before, as its row has it.</summary>
internal sealed record KnownItem(
    string Key,
    string Origin,
    long? Article,
    string? Link,
    string? Titled,
    string Prints,
    string Fate,
    long Is_whole
)
{
    /// <summary>An alternating pair of versions, or three, is told once.</summary>
    private const int MostPrints = 4;

    public bool HasSaid(string print) => Prints.Split(' ').Contains(print, StringComparer.Ordinal);

    /// <summary>With a newer print before the ones so far.</summary>
    public string PrintsAnd(string print) =>
        string.Join(
            ' ',
            Prints
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(p => p != print)
                .Prepend(print)
                .Take(MostPrints)
        );
}
