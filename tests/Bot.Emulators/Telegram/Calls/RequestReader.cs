using System.Text.Json;

namespace Bot.Emulators.Telegram.Calls;

internal sealed record ReadRequest(
    IReadOnlyDictionary<string, string> Fields,
    IReadOnlyDictionary<string, UploadedFile> Files,
    JsonElement? Json
);

/// <summary>Reads parameters from the query, a form, a form with files, or a JSON object.</summary>
internal static class RequestReader
{
    /// <exception cref="Refused">When the body cannot be read.</exception>
    public static async Task<ReadRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        var fields = request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        var files = new Dictionary<string, UploadedFile>(StringComparer.Ordinal);
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellation);
            foreach (var (name, value) in form)
                fields[name] = value.ToString();
            foreach (var file in form.Files)
                files[file.Name] = await ReadAsync(file, cancellation);
            return new ReadRequest(fields, files, null);
        }

        if (!request.HasJsonContentType())
            return new ReadRequest(fields, files, null);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellation);
        if (body.Length == 0)
            return new ReadRequest(fields, files, null);
        var json = Parse(body.ToArray());
        foreach (var property in json.EnumerateObject())
            if (property.Value.ValueKind == JsonValueKind.String)
                fields[property.Name] = property.Value.GetString()!;
            else if (property.Value.ValueKind != JsonValueKind.Null)
                fields[property.Name] = property.Value.GetRawText();
        return new ReadRequest(fields, files, json);
    }

    private static JsonElement Parse(byte[] body)
    {
        try
        {
            var json = JsonElement.Parse(body);
            return json.ValueKind == JsonValueKind.Object ? json : throw Unreadable();
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    private static Refused Unreadable() => Refused.Bad("can't parse JSON encoded form data");

    private static async Task<UploadedFile> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return new UploadedFile(file.FileName, bytes.ToArray());
    }
}
