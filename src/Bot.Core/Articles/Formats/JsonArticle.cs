using System.Text.Json;
using Bot.Core.Articles.Headlines;

namespace Bot.Core.Articles.Formats;

/// <summary>What an object with <c>title</c>, <c>url</c>, <c>source</c>, <c>author</c>, <c>published</c> and <c>text</c> holds.</summary>
/// <param name="Copy">Null where it holds no article.</param>
/// <param name="Faults">Each goes on from the item's name.</param>
internal sealed record JsonArticle(SeedCopy? Copy, IReadOnlyList<string> Faults)
{
    public static JsonArticle Read(JsonElement element, int item)
    {
        if (element.ValueKind != JsonValueKind.Object)
            return new JsonArticle(null, ["is no JSON object. Write {\"title\": …, \"text\": …}."]);
        try
        {
            return ReadObject(element, item);
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json's answer to half of a surrogate pair in an escape.
            return new JsonArticle(null, ["has half of a surrogate pair in a \\u escape. Write the letter itself."]);
        }
    }

    private static JsonArticle ReadObject(JsonElement element, int item)
    {
        if (Words(element, "text") is not { } text)
            return new JsonArticle(null, ["has no “text”. Put the article's text under that name."]);
        var faults = new List<string>();
        var published = Date(element);
        if (published is null && Raw(element, "published") is { Length: > 0 } date)
            faults.Add(
                $"has a date that cannot be told, “{date}”, and is read without it. Write it as 2025-12-28T10:00:00Z."
            );
        var url = SeedCopy.WebAddress(Words(element, "url"));
        if (url is null && Raw(element, "url") is { Length: > 0 } address)
            faults.Add(
                $"has a url that is no web address, “{address}”, and is read without it. Write it as https://example.org/story."
            );
        return new JsonArticle(
            new SeedCopy(text)
            {
                Title = Words(element, "title"),
                Source = Words(element, "source"),
                Author = Words(element, "author"),
                Url = url,
                Published = published,
                Item = item,
            },
            faults
        );
    }

    private static DateTimeOffset? Date(JsonElement element) =>
        element.TryGetProperty("published", out var value)
        && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt64(out var seconds)
        && seconds is > 0 and < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : SeedDate.TryParse(Words(element, "published"));

    /// <summary>A string, or several joined.</summary>
    private static string? Words(JsonElement element, string name) =>
        !element.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : value.ValueKind == JsonValueKind.Array
            ? string.Join(
                ", ",
                value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.String).Select(v => v.GetString())
            )
        : null;

    private static string? Raw(JsonElement element, string name)
    {
        const int shown = 40;
        if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        var raw = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
        raw = OneLine.Of(raw.Length <= shown ? raw : raw[..shown] + "…");
        return raw;
    }
}
