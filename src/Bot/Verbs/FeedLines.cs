using System.Text.Json;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Reading;

namespace Bot.Verbs;

/// <summary>One line of <c>parse-feeds</c>: where a feed lies as JSON in, the feed as JSON out.</summary>
internal static class FeedLines
{
    public static string Answer(int number, string line)
    {
        var (request, problem) = FileRequest.Read(line);
        if (request is null)
            return LineError.Of(number, null, problem!); // there is one where there is no request
        if (request.ReadBytes(FeedReader.MostBytes, out problem) is not { } bytes)
            return JsonSerializer.Serialize(
                new FeedAnswer(request.File, false) { Error = problem },
                BulkJson.Plain.FeedAnswer
            );
        var reading = FeedReader.Read(bytes, new FeedSource(request.Url, request.ContentType));
        return JsonSerializer.Serialize(FeedAnswer.From(request.File, reading), BulkJson.Plain.FeedAnswer);
    }
}

internal sealed record FeedAnswer(string File, bool Ok)
{
    public string? Error { get; init; }
    public string? Encoding { get; init; }
    public string? Format { get; init; }
    public string? Title { get; init; }
    public string? Link { get; init; }
    public IReadOnlyList<FeedItemAnswer>? Entries { get; init; }
    public IReadOnlyList<ListedFeedAnswer>? Feeds { get; init; }

    public static FeedAnswer From(string file, FeedReading reading) =>
        reading switch
        {
            FeedReading.Read { Document: var read } => new FeedAnswer(file, true)
            {
                Encoding = reading.Encoding,
                Format = read.Format.ToString().ToLowerInvariant(),
                Title = read.Title,
                Link = read.Link,
                Entries = [.. read.Items.Select(FeedItemAnswer.From)],
                Feeds = read.Format == FeedFormat.Opml ? [.. read.Feeds.Select(ListedFeedAnswer.From)] : null,
            },
            FeedReading.Page { FeedLinks: var links } => new FeedAnswer(file, false)
            {
                Encoding = reading.Encoding,
                Error =
                    links.Count > 0
                        ? $"This is a web page, not a feed. Its feed is {links[0]}."
                        : "This is a web page, not a feed, and it names none.",
            },
            FeedReading.Failed failed => new FeedAnswer(file, false)
            {
                Encoding = reading.Encoding,
                Error = failed.Problem,
            },
            _ => throw new NotSupportedException($"No answer for {reading.GetType().Name}."),
        };
}

internal sealed record FeedItemAnswer(
    string? Id,
    string? Title,
    string? Link,
    string? Published,
    string? Updated,
    string? Content,
    string? Summary,
    string? Author
)
{
    public static FeedItemAnswer From(FeedItem item) =>
        new(
            item.Id,
            item.Title,
            item.Link,
            IsoTime.Of(item.Published),
            IsoTime.Of(item.Updated),
            item.Content,
            item.Summary,
            item.Author
        );
}

internal sealed record ListedFeedAnswer(string? Title, string Feedurl, string? Siteurl, string? Categoryname)
{
    public static ListedFeedAnswer From(ListedFeed feed) => new(feed.Title, feed.FeedUrl, feed.SiteUrl, feed.Category);
}
