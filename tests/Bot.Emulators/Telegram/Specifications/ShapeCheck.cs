using System.Text.Json;

namespace Bot.Emulators.Telegram.Specifications;

internal sealed record Misfit(string Path, string Sentence);

/// <summary>Holds JSON against the types of the official description, all the way down.</summary>
internal sealed class ShapeCheck(ApiDescription description)
{
    private const string ArrayMark = "Array of ";

    /// <summary>The misfits against the type that fits best of those allowed.</summary>
    public IReadOnlyList<Misfit> Against(IReadOnlyList<string> types, JsonElement json, string path)
    {
        IReadOnlyList<Misfit>? fewest = null;
        foreach (var type in types)
        {
            var misfits = Against(type, json, path);
            if (misfits.Count == 0)
                return [];
            if (fewest is null || Weight(misfits, path) < Weight(fewest, path))
                fewest = misfits;
        }

        return fewest ?? [];
    }

    public IReadOnlyList<Misfit> Against(
        IReadOnlyDictionary<string, DescribedField> fields,
        JsonElement json,
        string path
    )
    {
        var misfits = new List<Misfit>();
        foreach (var property in json.EnumerateObject())
            if (fields.TryGetValue(property.Name, out var field))
                misfits.AddRange(Against(field.Types, property.Value, Join(path, property.Name)));
            else
                misfits.Add(new Misfit(Join(path, property.Name), "is no field that there is"));
        misfits.AddRange(
            fields
                .Values.Where(f => f.IsRequired && !json.TryGetProperty(f.Name, out _))
                .Select(f => new Misfit(Join(path, f.Name), "is required and missing"))
        );
        return misfits;
    }

    private IReadOnlyList<Misfit> Against(string type, JsonElement json, string path)
    {
        if (type.StartsWith(ArrayMark, StringComparison.Ordinal))
            return json.ValueKind == JsonValueKind.Array
                ? [.. json.EnumerateArray().SelectMany((e, i) => Against(type[ArrayMark.Length..], e, $"{path}[{i}]"))]
                : Wrong(type, json, path);
        if (IsPlain(type) is { } fits)
            return fits(json) ? [] : Wrong(type, json, path);
        if (!description.Types.TryGetValue(type, out var described))
            return [];
        if (described.Kinds.Count > 0)
            return Against(described.Kinds, json, path);
        return json.ValueKind == JsonValueKind.Object ? Against(described.Fields, json, path) : Wrong(type, json, path);
    }

    private static Func<JsonElement, bool>? IsPlain(string type) =>
        type switch
        {
            "Integer" => json => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
            "Float" => json => json.ValueKind == JsonValueKind.Number,
            "String" => json => json.ValueKind == JsonValueKind.String,
            "Boolean" => json => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
            "True" => json => json.ValueKind == JsonValueKind.True,
            _ => null,
        };

    private static Misfit[] Wrong(string type, JsonElement json, string path) =>
        [new Misfit(path, $"should be {type} and is {Shown(json)}")];

    private static string Shown(JsonElement json)
    {
        var text = json.GetRawText();
        return text.Length > 40 ? $"{text[..40]}…" : text;
    }

    /// <summary>A kind that is wrong as a whole fits worse than one with a wrong field.</summary>
    private static int Weight(IReadOnlyList<Misfit> misfits, string path) =>
        misfits.Sum(m => m.Path == path ? 1000 : 1);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
