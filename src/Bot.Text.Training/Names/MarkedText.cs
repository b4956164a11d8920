using System.IO.Compression;
using System.Text.Json;
using Bot.Text.Names;

namespace Bot.Text.Training.Names;

/// <summary>A name that people marked in a text.</summary>
internal readonly record struct MarkedName(int Start, int End, EntityType Type);

/// <summary>A text with its names marked by people.</summary>
internal sealed record MarkedText(string Id, string Text, IReadOnlyList<MarkedName> Names)
{
    /// <summary>Reads a corpus whose texts were cut into tokens, and puts them together again.</summary>
    public static IEnumerable<MarkedText> ReadTokens(string path, bool isLineDocument)
    {
        MarkedTextBuilder? builder = null;
        foreach (var line in Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            var id = json.RootElement.GetProperty("doc").GetString()!; // every line of these corpora has one
            if (builder is not null && (isLineDocument || builder.Id != id))
            {
                yield return builder.ToText();
                builder = null;
            }

            var tokens = json.RootElement.GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!).ToList();
            var tags = json.RootElement.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!).ToList();
            if (builder is null)
            {
                builder = new MarkedTextBuilder(id);
                if (!isLineDocument)
                    builder.AddHeadline(tokens, tags);
            }

            builder.AddLine(tokens, tags);
        }

        if (builder is not null)
            yield return builder.ToText();
    }

    /// <summary>Reads texts as they are: <c>{"id","text","entities":[{"start","end","type"}]}</c>, offsets in code points.</summary>
    public static IEnumerable<MarkedText> ReadWhole(string path)
    {
        foreach (var line in Lines(path))
        {
            using var json = JsonDocument.Parse(line);
            var text = json.RootElement.GetProperty("text").GetString()!; // as above
            var units = new List<int>();
            for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
                units.Add(i);
            units.Add(text.Length);
            var names =
                from entity in json.RootElement.GetProperty("entities").EnumerateArray()
                let type = TypeOf(entity.GetProperty("type").GetString())
                where type is not null
                select new MarkedName(
                    units[entity.GetProperty("start").GetInt32()],
                    units[entity.GetProperty("end").GetInt32()],
                    type.Value
                );
            yield return new MarkedText(json.RootElement.GetProperty("id").GetString()!, text, [.. names]);
        }
    }

    /// <returns>Null for what is none of the three kinds.</returns>
    public static EntityType? TypeOf(string? tag) =>
        tag switch
        {
            "PER" => EntityType.Person,
            "LOC" => EntityType.Place,
            "ORG" => EntityType.Organisation,
            _ => null,
        };

    private static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using var plain = new GZipStream(file, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                yield return line;
        }
    }
}
