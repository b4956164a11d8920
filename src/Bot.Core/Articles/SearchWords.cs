using System.Text;

namespace Bot.Core.Articles;

/// <summary>What a reader types into a search, as a full-text query in which nothing that he typed is an operator.</summary>
internal static class SearchWords
{
    private const int MostWords = 16;
    private const int LongestWord = 64;

    /// <returns>All words, the last as a beginning; null where there is none.</returns>
    public static string? All(string typed) => Join(typed, " AND ");

    /// <returns>Any of the words; null where there is none.</returns>
    public static string? Any(string typed) => Join(typed, " OR ");

    private static string? Join(string typed, string between)
    {
        var query = new StringBuilder();
        foreach (var word in Split(typed))
            Append(query.Append(query.Length == 0 ? "" : between).Append('"'), word).Append('"');
        return query.Length == 0 ? null : query.Append('*').ToString();
    }

    /// <summary>Letters and digits are what the tokenizer keeps; a mark inside a word makes it a phrase, as it does in the index.</summary>
    private static IEnumerable<string> Split(string typed) =>
        typed
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Replace('"', ' ').Replace('\0', ' ').Trim())
            .Where(word => word.Any(char.IsLetterOrDigit))
            .Select(word => word.Length <= LongestWord ? word : word[..LongestWord])
            .Take(MostWords);

    /// <summary>Letters that no accent makes, as the index has them (0001_articles.sql).</summary>
    private static StringBuilder Append(StringBuilder query, string word)
    {
        foreach (var letter in word)
        {
            _ = char.ToLowerInvariant(letter) switch
            {
                'ł' => query.Append('l'),
                'ø' => query.Append('o'),
                'đ' => query.Append('d'),
                'ß' => query.Append("ss"),
                'æ' => query.Append("ae"),
                'œ' => query.Append("oe"),
                'ı' => query.Append('i'),
                _ => query.Append(letter),
            };
        }

        return query;
    }
}
