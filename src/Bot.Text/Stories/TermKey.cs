namespace Bot.Text.Stories;

/// <summary>Makes the number that stands for a term: stories hold no strings, and what is shipped holds no text.</summary>
internal static class TermKey
{
    private const uint OffsetBasis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>FNV-1a over UTF-16 units, its bits mixed once more so that near words lie apart.</summary>
    public static uint Of(ReadOnlySpan<char> term)
    {
        var hash = OffsetBasis;
        foreach (var c in term)
            hash = (hash ^ c) * Prime;
        hash = (hash ^ (hash >> 16)) * 0x85EBCA6B;
        return hash ^ (hash >> 13);
    }
}
