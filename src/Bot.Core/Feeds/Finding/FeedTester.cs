using Bot.Core.Feeds.Fetching;
using Bot.Core.Feeds.Reading;

namespace Bot.Core.Feeds.Finding;

/// <summary>Visits an address once and looks over what it brings.</summary>
public sealed class FeedTester(Fetcher fetcher, TimeProvider time)
{
    public async Task<FeedTrial> TryAsync(Uri url, CancellationToken cancellation) =>
        await fetcher.FetchAsync(new FetchRequest(url, FetchedKind.Feed), cancellation) switch
        {
            FetchOutcome.Fetched fetched => Read(fetched),
            FetchOutcome.Failed failed => new FeedTrial.Failed(failed.Fault.ToString(), failed.Words),
            _ => new FeedTrial.Failed(nameof(FetchFault.Garbled), $"{url.Host} says that nothing has changed"),
        };

    private FeedTrial Read(FetchOutcome.Fetched fetched) =>
        FeedReader.Read(fetched.Bytes, new FeedSource(fetched.Url, fetched.Headers.ContentType)) switch
        {
            FeedReading.Read read => new FeedTrial.Read(
                fetched.Url,
                fetched.Bytes.Length,
                read.Encoding,
                read.Document,
                FeedExam.Of(read.Document, time.GetUtcNow())
            ),
            FeedReading.Page page => new FeedTrial.Page(
                fetched.Url,
                [.. page.FeedLinks.Select(FeedFinder.TryRead).OfType<Uri>()]
            ),
            FeedReading.Failed failed => new FeedTrial.Failed(nameof(FeedFault.Unreadable), failed.Problem),
            _ => throw new InvalidOperationException("Bytes are a feed, a page or neither."),
        };
}
