using System.Text;
using Bot.Core.Chat;
using Bot.Core.Feeds.Following;
using Bot.Tests.Delivery;
using Bot.Tests.Digests;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Commands;

/// <summary>A place that is exported and imported, by <c>/export</c> and <c>/import</c>.</summary>
public abstract class MovingDesk : IAsyncDisposable
{
    private protected const string Other = "telegram:-6";

    private protected readonly StoreFolder folder = new();
    private protected readonly RecordingPlatform platform = new("telegram");
    private protected readonly FakeTimeProvider time = new(new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero));
    private protected DigestRoom? room;

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (room is not null)
            await room.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected async Task SetUpAsync()
    {
        var desk = await OpenAsync();
        await AskAsync("/settings zone:berlin language:en size:short quiet:22-7");
        await AskAsync("/settings zone:lisbon language:auto quiet:none for:here", "telegram:-5/7");
        await desk.Get<FeedBook>()
            .FollowAsync(
                [
                    new FollowOrder(new("telegram", "-5/7"), new Uri("https://harbour.example/feed"), "telegram:1")
                    {
                        Title = "Harbour",
                        Folder = "Sea",
                        IsFullText = true,
                    },
                    new FollowOrder(new("telegram", "-5"), new Uri("https://news.example/rss"), "telegram:1"),
                ],
                Stop
            );
        await AskAsync("/feed pause harbour");
        await AskAsync("/filter add \"peace deal\" in:title as:Talks");
        await AskAsync("/filter add include /strikes?|walkouts?/ lang:en", "telegram:-5/7");
        await desk.FileAsync("Harbour reopens", source: "The Gazette");
        await AskAsync(
            "/filter add include from:\"The Gazette\" by:\"Ann Marlow\" about:Harbour lang:en as:\"Her words\""
        );
        await AskAsync("/filter add \"/no (thanks|way)/\" in:text");
        await AskAsync("/topic add solar in:title as:Energy");
        await AskAsync("/topic add \"/wind (power|farms?)/\" by:\"Ann Marlow\" as:Energy");
        await AskAsync("/topic add \"peace deal\" as:\"The talks\"");
        await AskAsync("/digest add at:07:30 days:mon-fri name:Morning topics:energy,\"the talks\" feeds:harbour");
        await AskAsync("/digest add at:19:00 name:Evening size:long");
        await AskAsync(
            "/digest add every:news cap:5 gather:15min quiet:none lang:de late:never days:mon,wed size:short zone:utc name:Breaking"
        );
        await AskAsync("/digest add every:3h quiet:23-6 late:2h name:Threes");
        await AskAsync("/digest add at:12:00 name:Noon", "telegram:-5/7");
        await AskAsync("/digest pause name:Noon", "telegram:-5/7");
    }

    private protected async Task<string> ExportAsync(string place = "telegram:-5") =>
        Text(await AskAsync("/export", place));

    private protected async Task<Reply> ImportAsync(string file, string place = "telegram:-5") =>
        await AskAsync(Button(await GiveAsync(file, place), "Import"), place);

    private protected async Task<Reply> GiveAsync(string file, string place = "telegram:-5")
    {
        platform.File = Encoding.UTF8.GetBytes(file);
        return await AskAsync("/import", place, new GivenFile("byline.json", platform.File.Length, "a file"));
    }

    private protected async Task<Reply> AskAsync(string line, string place = "telegram:-5", GivenFile? file = null) =>
        await (await OpenAsync()).AskAsync(line, place, file: file);

    private protected async Task<DigestRoom> OpenAsync() =>
        room ??= await DigestRoom.OpenAsync(folder, time, [], platform);

    private protected static string Said(Reply reply) => string.Join('\n', PlainText.Of(reply));

    private protected static string Text(Reply reply) => Encoding.UTF8.GetString(Assert.Single(reply.Files).Bytes.Span);

    private protected static string Button(Reply reply, string label) =>
        reply.Blocks.OfType<ButtonBlock>().SelectMany(b => b.Buttons).First(b => b.Label == label).Command;
}
