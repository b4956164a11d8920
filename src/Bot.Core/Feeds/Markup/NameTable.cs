namespace Bot.Core.Feeds.Markup;

/// <summary>A name in lower case: feeds vary the case, and no two names differ by it alone.</summary>
internal sealed record MarkupName(string Prefix, string Local);

/// <summary>The names of a document's elements, each made once.</summary>
internal sealed class NameTable
{
    /// <summary>Nobody has as many; a feed that does is not helped by a table.</summary>
    private const int Most = 1024;

    private readonly Dictionary<string, MarkupName> names = [];

    public MarkupName Get(ReadOnlySpan<char> written)
    {
        if (names.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(written, out var known))
            return known;
        var whole = written.ToString();
        var colon = whole.IndexOf(':', StringComparison.Ordinal);
        var name = new MarkupName(
            colon < 0 ? "" : whole[..colon].ToLowerInvariant(),
            whole[(colon + 1)..].ToLowerInvariant()
        );
        if (names.Count < Most)
            names.Add(whole, name);
        return name;
    }
}
