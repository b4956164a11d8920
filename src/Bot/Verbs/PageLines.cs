using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Pages;

namespace Bot.Verbs;

/// <summary>One line of <c>extract</c>: where a web page lies as JSON in, the article in it as JSON out.</summary>
internal static class PageLines
{
    private static readonly PageJson Json = new(
        new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        }
    );

    public static string Answer(int number, string line)
    {
        var (request, problem) = FileRequest.Read(line);
        if (request is null)
            return JsonSerializer.Serialize(new LineError(null, number, problem!), Json.LineError);
        if (
            request.ReadBytes(PageReader.MostBytes, out problem) is not { } bytes
            || PageReader.TryRead(bytes, new FeedSource(request.Url, request.ContentType), out problem)
                is not { } article
        )
            return JsonSerializer.Serialize(new PageProblem(request.File, false, problem!), Json.PageProblem);
        return JsonSerializer.Serialize(
            new PageAnswer(request.File, article.Title, article.Byline, IsoTime.Of(article.Published), article.Text),
            Json.PageAnswer
        );
    }
}

internal sealed record PageAnswer(
    string File,
    string? Title,
    string? Byline,
    string? PublishedTime,
    string ArticleBody
);

internal sealed record PageProblem(string File, bool Ok, string Error);

[JsonSerializable(typeof(PageAnswer))]
[JsonSerializable(typeof(PageProblem))]
[JsonSerializable(typeof(LineError))]
internal sealed partial class PageJson : JsonSerializerContext;
