using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

/// <summary>A fetcher, and a web on loopback whose hosts it may read.</summary>
internal sealed class FetchRoom : IAsyncDisposable
{
    private static readonly string[] Names = ["news.example", "old.example", "other.example", "xn--mller-kva.example"];

    private FetchRoom(FetchTime time, FeedWeb web, FetchLimits limits, IEnumerable<string> allowed)
    {
        Time = time;
        Web = web;
        Fetcher = new Fetcher(AllowedHosts.Parse(allowed), Lookup, limits, time);
    }

    public FetchTime Time { get; }

    public FeedWeb Web { get; }

    public Fetcher Fetcher { get; }

    public RecordedLookup Lookup { get; } = new();

    /// <param name="limits">Without them those of the product, but no pauses between requests.</param>
    /// <param name="allowed">Without it the names that tests use.</param>
    public static async Task<FetchRoom> OpenAsync(FetchLimits? limits = null, params string[] allowed)
    {
        var time = new FetchTime();
        var web = await FeedWeb.StartAsync(time, TestContext.Current.CancellationToken);
        return new FetchRoom(
            time,
            web,
            limits ?? new FetchLimits { Pause = TimeSpan.Zero },
            allowed.Length == 0 ? Names : allowed
        );
    }

    public async ValueTask DisposeAsync()
    {
        Fetcher.Dispose();
        await Web.DisposeAsync();
    }

    /// <summary>What stands at news.example/feed is fetched as a feed.</summary>
    public Task<FetchOutcome> FetchFeedAsync(WebPlay play)
    {
        Web.Play("news.example", "/feed", play);
        return FetchAsync(Web.At("news.example", "/feed"));
    }

    public Task<FetchOutcome> FetchAsync(Uri url, FetchedKind kind = FetchedKind.Feed) =>
        FetchAsync(new FetchRequest(url, kind) { IsAwaited = kind == FetchedKind.Page });

    public Task<FetchOutcome> FetchAsync(FetchRequest request) =>
        Fetcher.FetchAsync(request, TestContext.Current.CancellationToken);

    public static string Words(FetchOutcome outcome) =>
        Encoding.UTF8.GetString(Assert.IsType<FetchOutcome.Fetched>(outcome).Bytes);

    public static FetchOutcome.Failed Failure(FetchFault fault, FetchOutcome outcome)
    {
        var failed = Assert.IsType<FetchOutcome.Failed>(outcome);
        Assert.Equal((fault, failed.Words), (failed.Fault, failed.Words));
        return failed;
    }

    /// <summary>Every name is this machine's, unless it was said otherwise; each answer but the last is given once.</summary>
    internal sealed class RecordedLookup : IHostLookup
    {
        private readonly ConcurrentDictionary<string, ConcurrentQueue<IPAddress[]>> _answers = [];

        public ConcurrentQueue<string> Asked { get; } = [];

        public void Answer(string host, params string[] addresses) =>
            _answers.GetOrAdd(host, _ => []).Enqueue([.. addresses.Select(IPAddress.Parse)]);

        public Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellation)
        {
            Asked.Enqueue(host);
            IPAddress[] found = [IPAddress.Loopback];
            if (_answers.TryGetValue(host, out var queue) && queue.TryPeek(out var first))
            {
                found = first;
                if (queue.Count > 1)
                    queue.TryDequeue(out _);
            }

            return Task.FromResult<IReadOnlyList<IPAddress>>(found);
        }
    }
}
