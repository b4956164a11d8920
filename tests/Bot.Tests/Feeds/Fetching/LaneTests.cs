using System.Globalization;
using Bot.Core.Feeds.Fetching;
using Bot.Emulators.Web;

namespace Bot.Tests.Feeds.Fetching;

public sealed class LaneTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_host_is_asked_one_thing_at_a_time_with_a_pause_between()
    {
        await using var room = await FetchRoom.OpenAsync(new FetchLimits());
        var go = new TaskCompletionSource();
        for (var i = 0; i < 3; i++)
            room.Web.Play("news.example", $"/{i}", Documents.Held(go.Task, Documents.Of("<rss/>")));

        var fetches = Enumerable
            .Range(0, 3)
            .Select(i => room.FetchAsync(room.Web.At("news.example", $"/{i}")))
            .ToList();
        await room.Web.VisitedAsync("news.example", 1, TestContext.Current.CancellationToken);
        go.SetResult();
        for (var i = 1; i <= 2; i++)
        {
            await room.Time.BegunAsync(Pause, i);
            Assert.Equal(i, room.Web.Visits.Count);
            room.Time.Advance(Pause);
        }

        await Task.WhenAll(fetches);
        Assert.Equal([0, 1, 2], room.Web.Visits.Select(v => (int)(v.At - room.Web.Visits[0].At).TotalSeconds));
        Assert.All(room.Web.Visits, v => Assert.Equal(1, v.AtOnce));
    }

    [Fact]
    public async Task The_pause_holds_for_who_comes_after_it_began()
    {
        await using var room = await FetchRoom.OpenAsync(new FetchLimits());

        await room.FetchFeedAsync(Documents.Of("<rss/>"));
        var second = room.FetchFeedAsync(Documents.Of("<rss/>"));
        Assert.Single(room.Web.Visits);
        room.Time.Advance(Pause);
        await second;
        room.Time.Advance(Pause);
        await room.FetchFeedAsync(Documents.Of("<rss/>"));

        Assert.Equal([0, 1, 2], room.Web.Visits.Select(v => (int)(v.At - room.Web.Visits[0].At).TotalSeconds));
    }

    [Fact]
    public async Task Hosts_do_not_wait_for_each_other()
    {
        await using var room = await FetchRoom.OpenAsync(new FetchLimits());
        var go = new TaskCompletionSource();
        room.Web.Play("news.example", "/feed", Documents.Held(go.Task, Documents.Of("slow")));
        room.Web.Play("other.example", "/feed", Documents.Of("quick"));

        var slow = room.FetchAsync(room.Web.At("news.example", "/feed"));
        await room.Web.VisitedAsync("news.example", 1, TestContext.Current.CancellationToken);
        var quick = await room.FetchAsync(room.Web.At("other.example", "/feed"));
        go.SetResult();

        Assert.Equal(("slow", "quick"), (FetchRoom.Words(await slow), FetchRoom.Words(quick)));
    }

    [Fact]
    public async Task Waiting_for_a_turn_is_not_slowness()
    {
        await using var room = await FetchRoom.OpenAsync(new FetchLimits { Pause = TimeSpan.FromMinutes(5) });

        await room.FetchFeedAsync(Documents.Of("<rss/>"));
        var second = room.FetchFeedAsync(Documents.Of("<rss/>"));
        room.Time.Advance(TimeSpan.FromMinutes(5));

        Assert.IsType<FetchOutcome.Fetched>(await second);
    }

    [Fact]
    public async Task Turns_are_taken_in_order_and_a_page_that_somebody_waits_for_goes_first()
    {
        await using var room = await FetchRoom.OpenAsync();
        var go = new TaskCompletionSource();
        foreach (var path in new[] { "/2", "/3", "/page" })
            room.Web.Play("news.example", path, Documents.Of("<rss/>"));
        room.Web.Play("news.example", "/1", Documents.Held(go.Task, Documents.Of("<rss/>")));
        await room.FetchAsync(room.Web.At("news.example", "/page"), FetchedKind.Page);

        List<Task> fetches = [room.FetchAsync(room.Web.At("news.example", "/1"))];
        await room.Web.VisitedAsync("news.example", 3, TestContext.Current.CancellationToken);
        fetches.Add(room.FetchAsync(room.Web.At("news.example", "/2")));
        fetches.Add(room.FetchAsync(room.Web.At("news.example", "/3")));
        fetches.Add(room.FetchAsync(room.Web.At("news.example", "/page"), FetchedKind.Page));
        go.SetResult();
        await Task.WhenAll(fetches);

        Assert.Equal(["/robots.txt", "/page", "/1", "/page", "/2", "/3"], room.Web.Visits.Select(v => v.Path));
    }

    [Fact]
    public async Task Pages_do_not_keep_a_poll_waiting_for_ever()
    {
        await using var room = await FetchRoom.OpenAsync();
        var go = new TaskCompletionSource();
        room.Web.Play("news.example", "/first", Documents.Held(go.Task, Documents.Of("<rss/>")));
        await room.FetchAsync(room.Web.At("news.example", "/page"), FetchedKind.Page);

        List<Task> fetches = [room.FetchAsync(room.Web.At("news.example", "/first"))];
        await room.Web.VisitedAsync("news.example", 3, TestContext.Current.CancellationToken);
        fetches.Add(room.FetchAsync(room.Web.At("news.example", "/poll")));
        for (var i = 0; i < 20; i++)
            fetches.Add(room.FetchAsync(room.Web.At("news.example", $"/{i}"), FetchedKind.Page));
        go.SetResult();
        await Task.WhenAll(fetches);

        Assert.Equal("/poll", room.Web.Visits[3 + 4].Path);
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_others_their_turns()
    {
        await using var room = await FetchRoom.OpenAsync();
        var go = new TaskCompletionSource();
        using var mind = new CancellationTokenSource();
        room.Web.Play("news.example", "/1", Documents.Held(go.Task, Documents.Of("<rss/>")));
        room.Web.Play("news.example", "/3", Documents.Of("<rss/>"));

        var first = room.FetchAsync(room.Web.At("news.example", "/1"));
        var second = room.Fetcher.FetchAsync(
            new FetchRequest(room.Web.At("news.example", "/2"), FetchedKind.Feed),
            mind.Token
        );
        var third = room.FetchAsync(room.Web.At("news.example", "/3"));
        await mind.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        go.SetResult();
        await Task.WhenAll(first, third);

        Assert.Equal(["/1", "/3"], room.Web.Visits.Select(v => v.Path));
    }

    [Fact]
    public async Task A_crowd_at_many_hosts_is_served_each_in_its_order()
    {
        string[] hosts = ["news.example", "old.example", "other.example"];
        await using var room = await FetchRoom.OpenAsync();
        for (var i = 0; i < 30; i++)
            foreach (var host in hosts)
                room.Web.Play(host, $"/{i}", Documents.Of("<rss/>"));

        await Task.WhenAll(
            Enumerable.Range(0, 30).SelectMany(i => hosts.Select(h => room.FetchAsync(room.Web.At(h, $"/{i}"))))
        );

        Assert.All(
            hosts,
            h =>
                Assert.Equal(
                    Enumerable.Range(0, 30),
                    room.Web.VisitsTo(h).Select(v => int.Parse(v.Path[1..], CultureInfo.InvariantCulture))
                )
        );
        Assert.All(room.Web.Visits, v => Assert.Equal(1, v.AtOnce));
    }
}
