using System.Globalization;
using System.Net;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Polling;
using Bot.Emulators.Web;
using Bot.Tests.Digests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Commands.Feeds;

/// <summary>A desk that follows feeds, and a web on loopback for it to read.</summary>
internal sealed class FeedRoom : IAsyncDisposable
{
    public const string Host = "news.example";

    public static readonly Asker Editor = Newsroom.Reader with { Id = "7", Standing = Standing.Administrator };
    private static readonly Asker Terminal = Editor with { Id = "owner" };

    private FeedRoom(FakeTimeProvider time, FeedWeb web, Newsroom desk) => (Time, Web, Desk) = (time, web, desk);

    public FakeTimeProvider Time { get; }

    public FeedWeb Web { get; }

    public Newsroom Desk { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<FeedRoom> OpenAsync(params IChatPlatform[] platforms) => OpenAsync(FetchLimits(), platforms);

    public static async Task<FeedRoom> OpenAsync(FetchLimits limits, params IChatPlatform[] platforms)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 2, 12, 0, 0, TimeSpan.Zero));
        var web = await FeedWeb.StartAsync(time, Cancellation);
        var desk = await Newsroom.OpenAsync(services =>
        {
            services.AddSingleton<TimeProvider>(time);
            services.AddSingleton(
                new Fetcher(
                    AllowedHosts.Parse(["news.example", "other.example", "gone.example"]),
                    new Loopback(),
                    limits,
                    time
                )
            );
            foreach (var platform in platforms)
                services.AddSingleton(platform);
        });
        return new FeedRoom(time, web, desk);
    }

    public static FetchLimits FetchLimits() => new() { Pause = TimeSpan.Zero };

    /// <summary>A feed of so many items, an hour apart, the newest ten minutes ago.</summary>
    public static string Feed(string title, int items, string? text = null, int first = 0) =>
        $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0"><channel><title>{title}</title><link>http://news.example/</link>
            {string.Concat(Enumerable.Range(first, items).Reverse().Select(i => Item(i, first + items - 1 - i, text)))}
            </channel></rss>
            """;

    public Uri At(string path = "/feed", string host = Host) => Web.At(host, path);

    public FeedRoom Play(string path, WebPlay play, string host = Host)
    {
        Web.Play(host, path, play);
        return this;
    }

    public async Task<IReadOnlyList<string>> AskAsync(string line, Asker? asker = null, Destination? place = null) =>
        PlainText.Of(await ReplyAsync(line, asker, place));

    public Task<Reply> ReplyAsync(string line, Asker? asker = null, Destination? place = null) =>
        Desk.Get<CommandDesk>()
            .AnswerAsync(
                line,
                asker ?? (place == Destination.Terminal ? Terminal : Editor),
                place ?? Newsroom.Place,
                Cancellation
            );

    /// <summary>Presses the button of that label.</summary>
    public async Task<IReadOnlyList<string>> PressAsync(Reply reply, string label) =>
        await AskAsync(
            reply.Blocks.OfType<ButtonBlock>().SelectMany(b => b.Buttons).First(b => b.Label == label).Command
        );

    /// <summary>Follows what stands at the path.</summary>
    public async Task<FeedRoom> FollowAsync(string path = "/feed", string more = "")
    {
        await AskAsync($"/feed add \"{At(path)}\"{more} yes:yes");
        return this;
    }

    public async Task<IReadOnlyList<Followed>> FollowedAsync() =>
        await Desk.Get<FeedBook>().OfAsync(Newsroom.Place, Cancellation);

    /// <summary>Visits every feed once, later.</summary>
    public async Task VisitAllAsync(TimeSpan later)
    {
        Time.Advance(later);
        foreach (var followed in await FollowedAsync())
            await VisitAsync(followed.Feed.Id);
    }

    public Task VisitAsync(FeedId feed) => Desk.Get<FeedDesk>().VisitAsync(feed, Cancellation);

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await Web.DisposeAsync();
    }

    private static string Item(int number, int hours, string? text)
    {
        var at = new DateTimeOffset(2026, 1, 2, 11, 50, 0, TimeSpan.Zero).AddHours(-hours);
        return $"""
            <item><title>Headline {number}</title><link>http://news.example/stories/{number}</link>
            <guid isPermaLink="false">story-{number}</guid>
            <pubDate>{at.ToString("r", CultureInfo.InvariantCulture)}</pubDate>
            <description>{text
                ?? $"The council met on the matter of story {number} and voted on it in the evening."}</description></item>
            """;
    }

    /// <summary>Every host is this machine.</summary>
    private sealed class Loopback : IHostLookup
    {
        public Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<IPAddress>>(host == "nowhere.example" ? [] : [IPAddress.Loopback]);
    }
}
