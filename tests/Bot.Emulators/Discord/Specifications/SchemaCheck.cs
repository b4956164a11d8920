using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bot.Emulators.Discord.Specifications;

internal sealed record Misfit(string Path, string Sentence);

/// <summary>Holds JSON against the part of JSON Schema that the official description uses. https://json-schema.org/draft/2020-12</summary>
internal sealed class SchemaCheck(JsonElement schemas)
{
    private const string Reference = "#/components/schemas/";

    /// <param name="knowsAll">Whether a field that is not described is a misfit.</param>
    public IReadOnlyList<Misfit> Against(JsonElement schema, JsonElement json, bool knowsAll, string path = "")
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Against(schemas.GetProperty(reference.GetString()![Reference.Length..]), json, knowsAll, path);
        var misfits = new List<Misfit>();
        if (schema.TryGetProperty("type", out var type) && !IsOfType(type, json))
            return [new Misfit(path, $"should be {type} and is {Shown(json)}")];
        if (schema.TryGetProperty("const", out var only) && !JsonElement.DeepEquals(only, json))
            return [new Misfit(path, $"should be {only} and is {Shown(json)}")];
        if (
            schema.TryGetProperty("enum", out var values)
            && !values.EnumerateArray().Any(v => JsonElement.DeepEquals(v, json))
        )
            return [new Misfit(path, $"should be one of {values} and is {Shown(json)}")];
        foreach (var union in new[] { "oneOf", "anyOf" })
            if (schema.TryGetProperty(union, out var kinds))
                misfits.AddRange(Fewest(kinds, json, knowsAll, path));
        if (schema.TryGetProperty("allOf", out var all))
            misfits.AddRange(all.EnumerateArray().SelectMany(s => Against(s, json, knowsAll: false, path)));
        misfits.AddRange(
            json.ValueKind switch
            {
                JsonValueKind.String => OfText(schema, json.GetString()!, path),
                JsonValueKind.Number => OfNumber(schema, json.GetDouble(), path),
                JsonValueKind.Array => OfList(schema, json, knowsAll, path),
                JsonValueKind.Object => OfFields(schema, json, knowsAll, path),
                _ => [],
            }
        );
        return misfits;
    }

    /// <summary>The misfits against the kind that fits best.</summary>
    private IReadOnlyList<Misfit> Fewest(JsonElement kinds, JsonElement json, bool knowsAll, string path)
    {
        IReadOnlyList<Misfit>? fewest = null;
        foreach (var kind in kinds.EnumerateArray())
        {
            var misfits = Against(kind, json, knowsAll, path);
            if (misfits.Count == 0)
                return [];
            if (fewest is null || Weight(misfits, path) < Weight(fewest, path))
                fewest = misfits;
        }

        return fewest ?? [];
    }

    private static IEnumerable<Misfit> OfText(JsonElement schema, string text, string path)
    {
        if (Number(schema, "maxLength") is { } most && text.Length > most)
            yield return new Misfit(path, $"has {text.Length} units; {most} fit");
        if (Number(schema, "minLength") is { } least && text.Length < least)
            yield return new Misfit(path, $"has {text.Length} units; there must be {least}");
        if (
            schema.TryGetProperty("pattern", out var pattern)
            && !Regex.IsMatch(text, pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1))
        )
            yield return new Misfit(path, $"\"{text}\" is not like {pattern}");
    }

    private static IEnumerable<Misfit> OfNumber(JsonElement schema, double number, string path)
    {
        if (Number(schema, "maximum") is { } most && number > most)
            yield return new Misfit(path, $"{number} is over {most}");
        if (Number(schema, "minimum") is { } least && number < least)
            yield return new Misfit(path, $"{number} is under {least}");
    }

    private IEnumerable<Misfit> OfList(JsonElement schema, JsonElement list, bool knowsAll, string path)
    {
        var count = list.GetArrayLength();
        if (Number(schema, "maxItems") is { } most && count > most)
            yield return new Misfit(path, $"has {count} items; {most} fit");
        if (Number(schema, "minItems") is { } least && count < least)
            yield return new Misfit(path, $"has {count} items; there must be {least}");
        if (
            schema.TryGetProperty("uniqueItems", out var isUnique)
            && isUnique.GetBoolean()
            && list.EnumerateArray().DistinctBy(i => i.GetRawText(), StringComparer.Ordinal).Count() < count
        )
            yield return new Misfit(path, "has an item twice");
        if (!schema.TryGetProperty("items", out var items))
            yield break;
        foreach (var misfit in list.EnumerateArray().SelectMany((e, i) => Against(items, e, knowsAll, $"{path}[{i}]")))
            yield return misfit;
    }

    private IEnumerable<Misfit> OfFields(JsonElement schema, JsonElement json, bool knowsAll, string path)
    {
        if (schema.TryGetProperty("required", out var required))
            foreach (var name in required.EnumerateArray().Select(n => n.GetString()!))
                if (!json.TryGetProperty(name, out _))
                    yield return new Misfit(Join(path, name), "is required and missing");
        var hasFields = schema.TryGetProperty("properties", out var fields);
        var hasOthers = schema.TryGetProperty("additionalProperties", out var others);
        foreach (var property in json.EnumerateObject())
            if (hasFields && fields.TryGetProperty(property.Name, out var field))
                foreach (var misfit in Against(field, property.Value, knowsAll, Join(path, property.Name)))
                    yield return misfit;
            else if (hasOthers && others.ValueKind == JsonValueKind.Object)
                foreach (var misfit in Against(others, property.Value, knowsAll, Join(path, property.Name)))
                    yield return misfit;
            else if (hasFields && knowsAll)
                yield return new Misfit(Join(path, property.Name), "is no field that there is");
    }

    private static bool IsOfType(JsonElement type, JsonElement json) =>
        type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(t => IsOfType(t, json))
            : type.GetString() switch
            {
                "null" => json.ValueKind == JsonValueKind.Null,
                "string" => json.ValueKind == JsonValueKind.String,
                "integer" => json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out _),
                "number" => json.ValueKind == JsonValueKind.Number,
                "boolean" => json.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "array" => json.ValueKind == JsonValueKind.Array,
                "object" => json.ValueKind == JsonValueKind.Object,
                _ => true,
            };

    private static double? Number(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : null;

    private static string Shown(JsonElement json)
    {
        var text = json.GetRawText();
        return text.Length > 40 ? $"{text[..40]}…" : text;
    }

    /// <summary>A kind that is wrong as a whole, or says that it is another, fits worse than one with a wrong field.</summary>
    private static int Weight(IReadOnlyList<Misfit> misfits, string path) =>
        misfits.Sum(m => m.Path == path || m.Path == Join(path, "type") ? 1000 : 1);

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
