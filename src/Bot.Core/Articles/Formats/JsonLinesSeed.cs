using System.Text.Json;

namespace Bot.Core.Articles.Formats;

/// <summary>One object a line; a bad line keeps no other from being read.</summary>
internal static class JsonLinesSeed
{
    public static SeedReading Read(string path, string text)
    {
        var items = new SeedItems();
        var number = 0;
        for (var start = 0; start < text.Length; )
        {
            number++;
            var length = text.AsSpan(start).IndexOf('\n');
            var line = text.AsMemory(start, length < 0 ? text.Length - start : length);
            start += line.Length + 1;
            if (!line.Span.IsWhiteSpace())
                items.Add($"{path}, line {number},", ReadItem(line, number));
        }

        return items.ToReading(path);
    }

    private static JsonArticle ReadItem(ReadOnlyMemory<char> line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return JsonArticle.Read(document.RootElement, number);
        }
        catch (JsonException broken)
        {
            return new JsonArticle(null, [$"is not JSON: {JsonFault.InLine(broken)}. Mend it there."]);
        }
    }
}
