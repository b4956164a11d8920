using System.Collections.Frozen;

namespace Bot.Text.Words;

/// <summary>A set of words from a list of them with blanks or line breaks between.</summary>
internal static class WordSet
{
    public static FrozenSet<string> Of(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
