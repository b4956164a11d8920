using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Emulators.Discord.Calls;

/// <summary>Reads JSON, or a form with "payload_json" and files. https://docs.discord.com/developers/reference#uploading-files</summary>
internal static class RequestReader
{
    private const int LargestRequest = 25 * 1024 * 1024;

    /// <exception cref="Refused">When the body cannot be read.</exception>
    public static async Task<ReadRequest> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > LargestRequest)
            throw new Refused(413, 40005, "Request entity too large");
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellation);
            var files = new List<UploadedFile>();
            foreach (var file in form.Files)
                files.Add(await ReadAsync(file, cancellation));
            var payload = form["payload_json"].ToString();
            return new ReadRequest(payload.Length == 0 ? null : Parse(payload), files);
        }

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(cancellation);
        if (body.Length == 0)
            return ReadRequest.Empty;
        if (!request.HasJsonContentType())
            throw new Refused(400, 50035, "Invalid Form Body")
            {
                Errors = new JsonObject
                {
                    ["_errors"] = new JsonArray(
                        new JsonObject
                        {
                            ["code"] = "CONTENT_TYPE_INVALID",
                            ["message"] = $"Expected \"Content-Type\" header to be one of {{'application/json'}}.",
                        }
                    ),
                },
            };
        return new ReadRequest(Parse(body), []);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            throw new Refused(400, 50109, "The request body contains invalid JSON.");
        }
    }

    private static async Task<UploadedFile> ReadAsync(IFormFile file, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancellation);
        return new UploadedFile(file.FileName, bytes.ToArray());
    }
}
