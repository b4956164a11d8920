using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Bot.Discord.Api;

/// <summary>A file that goes with a message.</summary>
internal sealed record ApiFile(string Name, string MediaType, ReadOnlyMemory<byte> Bytes);

/// <summary>A question with all that it carries; it can be written as often as it must be asked.</summary>
/// <param name="Json">Null for none.</param>
/// <param name="IsRepeatable">Asking it twice does no harm.</param>
internal sealed record ApiRequest(ApiRoute Route, byte[]? Json, IReadOnlyList<ApiFile> Files, bool IsRepeatable)
{
    public static ApiRequest Of(ApiRoute route) => new(route, null, [], route.IsRepeatable);

    public static ApiRequest Of<T>(
        ApiRoute route,
        T body,
        JsonTypeInfo<T> type,
        IReadOnlyList<ApiFile>? files = null
    ) => new(route, JsonSerializer.SerializeToUtf8Bytes(body, type), files ?? [], route.IsRepeatable);

    public HttpRequestMessage Write(DiscordAccess access)
    {
        var request = new HttpRequestMessage(Route.Method, $"{access.ApiUrl.AbsoluteUri.TrimEnd('/')}/{Route.Path}")
        {
            Content = WriteContent(),
        };
        // By heart, since the parser of this header takes no comment without a product of its own form.
        request.Headers.TryAddWithoutValidation("User-Agent", access.UserAgent);
        if (!Route.IsInteraction)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bot", access.Token);
        return request;
    }

    /// <summary>https://docs.discord.com/developers/reference#uploading-files</summary>
    private HttpContent? WriteContent()
    {
        if (Json is null)
            return null;
        var json = new ByteArrayContent(Json)
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
        };
        if (Files.Count == 0)
            return json;
        var form = new MultipartFormDataContent { { json, "payload_json" } };
        for (var i = 0; i < Files.Count; i++)
        {
            var file = new ReadOnlyMemoryContent(Files[i].Bytes);
            file.Headers.ContentType = MediaTypeHeaderValue.Parse(Files[i].MediaType);
            form.Add(file, $"files[{i}]", Files[i].Name);
        }

        return form;
    }
}
