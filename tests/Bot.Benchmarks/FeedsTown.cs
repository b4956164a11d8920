using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Benchmarks;

/// <summary>
/// A web of thousands of hosts on one port, told apart by the Host header, in a process of its own. Every feed has something new
/// at each twelfth visit. It ends when its standard input does, and then says what it saw.
/// </summary>
internal static class FeedsTown
{
    private const int VisitsBetweenNews = 12;
    private const int ItemsInFeed = 15;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static async Task<int> ServeAsync(string port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
            k.Listen(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture))
        );
        await using var server = builder.Build();
        var visits = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var open = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var (asked, unchanged, mostAtOnce) = (0, 0, 0);
        server.Run(async http =>
        {
            var host = http.Request.Host.Host;
            var atOnce = open.AddOrUpdate(host, 1, (_, n) => n + 1);
            InterlockedMax(ref mostAtOnce, atOnce);
            Interlocked.Increment(ref asked);
            var name = host + http.Request.Path;
            var number = visits.AddOrUpdate(name, 1, (_, n) => n + 1);
            // They do not all have news at the same time.
            var version = (number + (name.Sum(letter => letter) % VisitsBetweenNews)) / VisitsBetweenNews;
            var etag = string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
            http.Response.Headers.ETag = etag;
            // Whoever has the last byte of an answer may ask again before this method is done: it is held back until then.
            if (http.Request.Headers.IfNoneMatch == etag)
            {
                Interlocked.Increment(ref unchanged);
                http.Response.StatusCode = StatusCodes.Status304NotModified;
                open.AddOrUpdate(host, 0, (_, n) => n - 1);
                return;
            }

            http.Response.ContentType = "application/rss+xml";
            var body = Encoding.UTF8.GetBytes(Feed(name, version));
            http.Response.ContentLength = body.Length;
            await http.Response.Body.WriteAsync(body.AsMemory(..^1), http.RequestAborted);
            open.AddOrUpdate(host, 0, (_, n) => n - 1);
            await http.Response.Body.WriteAsync(body.AsMemory(^1..), http.RequestAborted);
        });
        await server.StartAsync();
        Console.WriteLine("ready");
        while (await Console.In.ReadLineAsync() is not null)
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Volatile.Read(ref asked)} {Volatile.Read(ref unchanged)} {Volatile.Read(ref mostAtOnce)}"
                )
            );
        return 0;
    }

    private static string Feed(string name, int version) =>
        $"<rss version='2.0'><channel><title>{name}</title><ttl>10</ttl>"
        + string.Concat(Enumerable.Range(version, ItemsInFeed).Select(i => Item(name, i)))
        + "</channel></rss>";

    private static string Item(string name, int number) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"<item><guid>{name}-{number}</guid><title>Story {number} of {name}</title><pubDate>{Start.AddMinutes(-(ItemsInFeed * 12) + (number * 12)):r}</pubDate>"
        )
        + string.Create(
            CultureInfo.InvariantCulture,
            $"<description>The council of {name} met on Monday. “We voted {number} times,” Ann Lee said.</description></item>"
        );

    private static void InterlockedMax(ref int most, int seen)
    {
        int before;
        while (
            (before = Volatile.Read(ref most)) < seen && Interlocked.CompareExchange(ref most, seen, before) != before
        ) { }
    }
}
