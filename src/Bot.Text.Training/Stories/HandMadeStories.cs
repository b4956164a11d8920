using System.Globalization;
using Bot.Text.Stories;

namespace Bot.Text.Training.Stories;

/// <summary>Reads <c>Tables/stories.txt</c>; its head tells the form.</summary>
internal static class HandMadeStories
{
    /// <returns>In order of time.</returns>
    public static IReadOnlyList<LabelledArticle> Read(TextReader table) =>
        [
            .. table
                .ReadToEnd()
                .Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
                .Where(a => a[0] != '#')
                .Select((a, i) => Parse(i + 1, a.Trim()))
                .OrderBy(a => a.Article.Published),
        ];

    private static LabelledArticle Parse(int number, string written)
    {
        var end = written.IndexOf('\n', StringComparison.Ordinal);
        var parts = (end < 0 ? written : written[..end]).Split(" | ");
        if (parts.Length != 4)
            throw new InvalidDataException($"“{written}” needs a story, a time, a source and a title.");
        var when = DateTimeOffset.ParseExact(
            $"2026-05-{parts[1]} +00:00",
            "yyyy-MM-dd HH:mm zzz",
            CultureInfo.InvariantCulture
        );
        var text = end < 0 ? parts[3] : written[(end + 1)..];
        return new LabelledArticle(
            parts[0],
            new StoryArticle(number.ToString(CultureInfo.InvariantCulture), parts[3], text, parts[2], when)
        );
    }
}
