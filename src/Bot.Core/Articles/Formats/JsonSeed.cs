using System.Text.Json;

namespace Bot.Core.Articles.Formats;

/// <summary>One object, or an array of them.</summary>
internal static class JsonSeed
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static SeedReading Read(string path, string text)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, Lenient);
        }
        catch (JsonException broken)
        {
            return SeedReading.Failed(
                $"{path} is not JSON: {JsonFault.InFile(broken)}. Mend it there; what was read of it before stays."
            );
        }

        using (document)
        {
            var root = document.RootElement;
            var items = new SeedItems();
            if (root.ValueKind == JsonValueKind.Array)
            {
                var number = 0;
                foreach (var element in root.EnumerateArray())
                    items.Add($"{path}, item {++number},", JsonArticle.Read(element, number));
            }
            else
                items.Add(path, JsonArticle.Read(root, 0));
            return items.ToReading(path);
        }
    }
}
