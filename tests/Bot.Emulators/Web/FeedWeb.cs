using Bot.Emulators.Desk;

namespace Bot.Emulators.Web;

/// <summary>
/// A web of hosts on one port of this machine, told apart by the Host header: what is played at each address is given
/// by the test, and every request is written down.
/// </summary>
public sealed class FeedWeb : IAsyncDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly TimeProvider _time;
    private readonly WebApplication _server;
    private readonly Watch _watch = new(LongestWait);
    private readonly Dictionary<(string Host, string Path), WebPlay> _plays = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private readonly List<WebVisit> _visits = [];

    private FeedWeb(TimeProvider time, WebApplication server)
    {
        _time = time;
        _server = server;
        server.Run(PlayAsync);
    }

    public int Port => LoopbackServer.UrlOf(_server).Port;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<WebVisit> Visits
    {
        get
        {
            lock (_watch.Gate)
                return [.. _visits];
        }
    }

    /// <param name="time">What the web waits by, and dates its log with.</param>
    public static async Task<FeedWeb> StartAsync(TimeProvider time, CancellationToken cancellation)
    {
        var web = new FeedWeb(time, LoopbackServer.Build(port: 0));
        await web._server.StartAsync(cancellation);
        return web;
    }

    public ValueTask DisposeAsync() => new(LoopbackServer.StopAsync(_server));

    /// <param name="path">May carry a query.</param>
    public Uri At(string host, string path = "/") => new($"http://{host}:{Port}{path}");

    /// <summary>From now on; what was played there before is over.</summary>
    public void Play(string host, string path, WebPlay play)
    {
        lock (_watch.Gate)
            _plays[(host, path)] = play;
    }

    public IReadOnlyList<WebVisit> VisitsTo(string host, string path = "") =>
        [.. Visits.Where(v => v.Host == host && (path.Length == 0 || v.Path == path))];

    /// <summary>Returns the visit of that number to a host once it has come.</summary>
    public Task<WebVisit> VisitedAsync(string host, int number, CancellationToken cancellation) =>
        _watch.WaitForAsync(
            () => _visits.Where(v => v.Host == host).ElementAtOrDefault(number - 1),
            () => $"{host} was visited {_visits.Count(v => v.Host == host)} times.",
            cancellation
        );

    private async Task PlayAsync(HttpContext http)
    {
        var host = NameOf(http.Request);
        var path = http.Request.Path.Value ?? "/";
        WebPlay? play;
        int number;
        lock (_watch.Gate)
        {
            _open[host] = _open.GetValueOrDefault(host) + 1;
            _visits.Add(Write(http, host, path, _open[host]));
            number = _visits.Count(v => v.Host == host && v.Path == path);
            play = _plays.GetValueOrDefault((host, path));
            _watch.Bell.Ring();
        }

        var isOpen = true;
        http.Response.Body = new LastBytes(http.Response.Body, () => http.Response.ContentLength, Close);
        try
        {
            await (play ?? Refusals.Of(404))(new WebScene(http, number, _time));
        }
        catch (Exception gone)
            when (http.RequestAborted.IsCancellationRequested && gone is IOException or OperationCanceledException)
        {
            // Hanging up is anybody's right.
        }
        finally
        {
            Close();
        }

        void Close()
        {
            lock (_watch.Gate)
            {
                if (isOpen)
                    _open[host]--;
                isOpen = false;
            }
        }
    }

    /// <summary>As it came: the framework would turn xn--… into the letters that it stands for.</summary>
    private static string NameOf(HttpRequest request)
    {
        var host = request.Headers.Host.ToString().ToLowerInvariant();
        var colon = host.LastIndexOf(':');
        return colon > host.LastIndexOf(']') ? host[..colon] : host;
    }

    private WebVisit Write(HttpContext http, string host, string path, int atOnce) =>
        new(
            host,
            path,
            http.Request.QueryString.Value ?? "",
            http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            _time.GetUtcNow(),
            atOnce,
            http.Connection.RemoteIpAddress is { } address
                ? new System.Net.IPEndPoint(address, http.Connection.RemotePort)
                : null
        );
}
