using System.Text.Json;

namespace Bot.Core.Feeds.Json;

/// <summary>A feed as JSON Feed has it, 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/.</summary>
internal sealed record JsonFeed(
    string? Title,
    string? HomePage,
    string? FeedUrl,
    string? Author,
    IReadOnlyList<JsonFeedItem> Items
)
{
    public static JsonFeed Parse(JsonElement feed) =>
        new(
            JsonWords.Text(feed, "title"),
            JsonWords.Text(feed, "home_page_url"),
            JsonWords.Text(feed, "feed_url"),
            JsonWords.Authors(feed),
            feed.TryGetProperty("items", out var items) && items.ValueKind == JsonValueKind.Array
                ? [.. items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(JsonFeedItem.Parse)]
                : []
        );
}

internal sealed record JsonFeedItem
{
    public string? Id { get; init; }
    public string? Title { get; init; }
    public string? Url { get; init; }
    public string? ExternalUrl { get; init; }
    public string? ContentHtml { get; init; }
    public string? ContentText { get; init; }
    public string? Summary { get; init; }
    public string? Published { get; init; }
    public string? Modified { get; init; }
    public string? Author { get; init; }

    public static JsonFeedItem Parse(JsonElement item) =>
        new()
        {
            Id = JsonWords.Text(item, "id"),
            Title = JsonWords.Text(item, "title"),
            Url = JsonWords.Text(item, "url"),
            ExternalUrl = JsonWords.Text(item, "external_url"),
            ContentHtml = JsonWords.Text(item, "content_html"),
            ContentText = JsonWords.Text(item, "content_text"),
            Summary = JsonWords.Text(item, "summary"),
            Published = JsonWords.Text(item, "date_published"),
            Modified = JsonWords.Text(item, "date_modified"),
            Author = JsonWords.Authors(item),
        };
}

/// <summary>Values as feeds have them: an id may be a number, an author a word.</summary>
internal static class JsonWords
{
    /// <returns>Null where there is no such value, or nothing in it.</returns>
    public static string? Text(JsonElement from, string name)
    {
        if (!from.TryGetProperty(name, out var value))
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    /// <summary><c>authors</c> of 1.1 and <c>author</c> of 1.0, which some give both.</summary>
    public static string? Authors(JsonElement from)
    {
        var names = new List<string>();
        foreach (var key in new[] { "authors", "author" })
        {
            if (!from.TryGetProperty(key, out var given))
                continue;
            if (given.ValueKind == JsonValueKind.Array)
                names.AddRange(given.EnumerateArray().Select(Author).OfType<string>());
            else if (Author(given) is { } one)
                names.Add(one);
        }

        return names.Count == 0 ? null : string.Join(", ", names.Distinct(StringComparer.Ordinal));
    }

    private static string? Author(JsonElement given) =>
        given.ValueKind switch
        {
            JsonValueKind.Object => Text(given, "name"),
            JsonValueKind.String => given.GetString(),
            _ => null,
        };
}
