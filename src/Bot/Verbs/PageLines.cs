using System.Text.Json;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Pages;

namespace Bot.Verbs;

/// <summary>One line of <c>extract</c>: where a web page lies as JSON in, the article in it as JSON out.</summary>
internal static class PageLines
{
    public static string Answer(int number, string line)
    {
        var (request, problem) = FileRequest.Read(line);
        if (request is null)
            return LineError.Of(number, null, problem!); // there is one where there is no request
        if (
            request.ReadBytes(PageReader.MostBytes, out problem) is not { } bytes
            || PageReader.TryRead(bytes, new FeedSource(request.Url, request.ContentType), out problem)
                is not { } article
        )
            // There is a problem where there is no article.
            return JsonSerializer.Serialize(new PageProblem(request.File, false, problem!), BulkJson.Plain.PageProblem);
        return JsonSerializer.Serialize(
            new PageAnswer(request.File, article.Title, article.Byline, IsoTime.Of(article.Published), article.Text),
            BulkJson.Plain.PageAnswer
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
