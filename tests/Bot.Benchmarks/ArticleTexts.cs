using System.Text.Json;

namespace Bot.Benchmarks;

/// <summary>The texts of articles as JSON Lines of objects with a "text", one at a time; blank lines are none.</summary>
internal static class ArticleTexts
{
    public static IEnumerable<string> Read(string file) =>
        File.ReadLines(file).Where(l => !string.IsNullOrWhiteSpace(l)).Select(TextOf);

    private static string TextOf(string line)
    {
        using var article = JsonDocument.Parse(line);
        return article.RootElement.GetProperty("text").GetString() ?? "";
    }
}
