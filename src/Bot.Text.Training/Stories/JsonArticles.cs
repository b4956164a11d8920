using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Bot.Text.Stories;

namespace Bot.Text.Training.Stories;

/// <summary>
/// Reads articles from JSON Lines, also with gzip: "text", and where they are there "story", "title", "source", "published"; or a
/// sentence a line, as "tokens" of a "doc".
/// </summary>
internal static class JsonArticles
{
    public static IEnumerable<LabelledArticle> Read(FileInfo file)
    {
        using Stream raw = file.OpenRead();
        using var plain = file.Extension == ".gz" ? new GZipStream(raw, CompressionMode.Decompress) : raw;
        using var lines = new StreamReader(plain);
        var (document, sentences) = ("", new List<string>());
        while (lines.ReadLine() is { } line)
        {
            if (line.Length == 0)
                continue;
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.TryGetProperty("tokens", out var tokens))
            {
                yield return Parse(json.RootElement);
                continue;
            }

            var name = Find(json.RootElement, "doc") ?? "";
            if (name != document && sentences.Count > 0)
                yield return Joined(document, sentences);
            document = name;
            sentences.Add(string.Join(' ', tokens.EnumerateArray().Select(t => t.GetString())));
        }

        if (sentences.Count > 0)
            yield return Joined(document, sentences);
    }

    private static LabelledArticle Joined(string document, List<string> sentences)
    {
        var text = string.Join('\n', sentences);
        sentences.Clear();
        return new LabelledArticle("", new StoryArticle(document, null, text, null, null));
    }

    private static LabelledArticle Parse(JsonElement line) =>
        new(
            Find(line, "story") ?? "",
            new StoryArticle(
                Find(line, "id") ?? "",
                Find(line, "title"),
                Find(line, "text") ?? "",
                Find(line, "source"),
                Find(line, "published") is { } when
                    ? DateTimeOffset.Parse(when, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
                    : null
            )
        );

    private static string? Find(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
