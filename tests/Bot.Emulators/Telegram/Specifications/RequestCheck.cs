using System.Globalization;
using System.Text.Json;
using Bot.Emulators.Telegram.Calls;

namespace Bot.Emulators.Telegram.Specifications;

/// <summary>Holds requests, and the emulator's own answers, against the official description.</summary>
internal sealed class RequestCheck(ApiDescription description)
{
    private readonly ShapeCheck _shapes = new(description);

    /// <param name="json">The body where it was JSON: types are then taken at their word.</param>
    public void Check(ApiCall call, JsonElement? json)
    {
        if (!description.Methods.TryGetValue(call.Method, out var method))
        {
            call.Breaks("", "is no method that there is");
            return;
        }

        foreach (var (name, text) in call.Fields)
            if (!method.Fields.TryGetValue(name, out var field))
                call.Breaks(name, "is no parameter of this method");
            else
                foreach (var misfit in Misfits(field, text, Sent(json, name), call))
                    call.Breaks(misfit.Path, misfit.Sentence);
        foreach (var field in method.Fields.Values)
            if (field.IsRequired && !call.Fields.ContainsKey(field.Name) && !call.Files.ContainsKey(field.Name))
                call.Breaks(field.Name, "is required and missing");
    }

    /// <summary>Where an answer of the emulator is not as the description says.</summary>
    public IEnumerable<Misfit> Misprints(string method, JsonElement result) =>
        description.Methods.TryGetValue(method, out var described)
            ? _shapes.Against(described.Returns, result, method)
            : [];

    public IEnumerable<Misfit> MisprintsIn(string type, JsonElement json) => _shapes.Against([type], json, type);

    private IReadOnlyList<Misfit> Misfits(DescribedField field, string text, JsonElement? sent, ApiCall call)
    {
        if (field.Types.Contains("InputFile") && call.File(field.Name) is not null)
            return [];
        if (sent is { ValueKind: not JsonValueKind.String } json)
            return _shapes.Against(field.Types, json, field.Name);
        // Text: in a form all is text, and in JSON too an object may be written as text.
        return field.Types.Any(t => IsReadAs(t, text, isForm: sent is null)) ? [] : Structured(field, text);
    }

    private IReadOnlyList<Misfit> Structured(DescribedField field, string text)
    {
        try
        {
            return _shapes.Against(field.Types, JsonElement.Parse(text), field.Name);
        }
        catch (JsonException)
        {
            return [new Misfit(field.Name, $"should be {string.Join(" or ", field.Types)} and is \"{text}\"")];
        }
    }

    private static bool IsReadAs(string type, string text, bool isForm) =>
        type switch
        {
            "String" => true,
            "Integer" => isForm && long.TryParse(text, CultureInfo.InvariantCulture, out _),
            "Float" => isForm && double.TryParse(text, CultureInfo.InvariantCulture, out _),
            "Boolean" => isForm && text is "true" or "false" or "True" or "False",
            _ => false,
        };

    private static JsonElement? Sent(JsonElement? json, string name) =>
        json is { } body && body.TryGetProperty(name, out var value) ? value : null;
}
