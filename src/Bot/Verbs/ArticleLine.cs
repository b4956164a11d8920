using System.Text.Json;
using Bot.Core.Articles.Formats;

namespace Bot.Verbs;

/// <summary>An article as a line of JSON gives it to a bulk verb: <c>{"id","text","title"?,"source"?,"published"?}</c>.</summary>
internal sealed record ArticleLine(JsonElement? Id, string Text, string? Title, string? Source, string? Published)
{
    /// <param name="number">The line's one-based number, by which a line without an id is answered.</param>
    /// <param name="error">The answer where the line is no article, else empty.</param>
    public static ArticleLine? TryRead(int number, string line, out string error)
    {
        error = "";
        JsonElement? id = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                error = LineError.Of(number, null, "the line is not a JSON object");
                return null;
            }

            if (document.RootElement.TryGetProperty("id", out var given))
                id = given.Clone();
            if (Find(document.RootElement, "text") is { } text)
                return new ArticleLine(
                    id,
                    text,
                    Find(document.RootElement, "title"),
                    Find(document.RootElement, "source"),
                    Find(document.RootElement, "published")
                );
            error = LineError.Of(number, id, "“text” is missing or is not a string");
        }
        catch (JsonException broken)
        {
            error = LineError.Of(number, id, $"not JSON: {JsonFault.InLine(broken)}");
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader's answer to a lone surrogate in an escape.
            error = LineError.Of(number, id, "the text has half of a surrogate pair");
        }

        return null;
    }

    private static string? Find(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
