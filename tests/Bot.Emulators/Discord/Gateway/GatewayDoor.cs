using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Emulators.Desk;
using Microsoft.AspNetCore.Http.Features;

namespace Bot.Emulators.Discord.Gateway;

/// <summary>Where sockets come in. https://docs.discord.com/developers/events/gateway</summary>
internal sealed class GatewayDoor(Realm realm)
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);

    private const int MostPerMinute = 120;

    /// <summary>Keeps hold of what lies under each socket. To stand before what opens them.</summary>
    public static Task WatchAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpUpgradeFeature>() is { } upgrade)
            context.Features.Set<IHttpUpgradeFeature>(new WatchedUpgrade(upgrade));
        return next(context);
    }

    public async Task HandleAsync(HttpContext context)
    {
        var upgrade = (WatchedUpgrade)context.Features.GetRequiredFeature<IHttpUpgradeFeature>();
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var deflate = context.Request.Query["compress"] == "zlib-stream" ? new ZlibStream() : null;
        var line = new SocketLine(socket, upgrade.Wire!, deflate);
        var clerk = new GatewayClerk(realm, line);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        var writing = WriteAsync(line, context, ended.Token);
        try
        {
            if (clerk.Greets(context.Request.Query))
                await ReadAsync(line, clerk, ended.Token);
            else
                await writing;
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side is gone, or the line was cut by order.
        }

        clerk.Leaves(
            hasGoneForGood: socket.CloseStatus
                is WebSocketCloseStatus.NormalClosure
                    or WebSocketCloseStatus.EndpointUnavailable
        );
        line.Hush();
        if (socket.State == WebSocketState.CloseReceived)
            await CloseAsync(socket);
        await ended.CancelAsync();
        await writing;
    }

    private async Task WriteAsync(SocketLine line, HttpContext context, CancellationToken cancellation)
    {
        try
        {
            await line.WriteAsync(context.Abort, cancellation);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or IOException)
        {
            // Nobody is there to be told.
        }
        catch (Exception broken)
        {
            // A bug of the emulator's must not look like silence.
            realm.Proofreader.Misprint("GATEWAY", $"the emulator broke: {broken}");
            context.Abort();
        }
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
        }
        catch (Exception gone) when (gone is WebSocketException or IOException or ObjectDisposedException)
        {
            // It did not wait for the answer to its good-bye.
        }
    }

    private async Task ReadAsync(SocketLine line, GatewayClerk clerk, CancellationToken cancellation)
    {
        using var pulse = new Pulse(realm.Time, realm.Options.HeartbeatInterval, () => Stops(clerk));
        line.Pulse = pulse;
        var pace = new SlidingWindow(MostPerMinute, Minute);
        while (await line.ReadAsync(cancellation) is { } message)
            lock (realm.Gate)
            {
                if (pace.WaitAt(realm.Now) is not null)
                    clerk.Breaks(4008, "GATEWAY", "", $"more than {MostPerMinute} payloads in a minute");
                else if (message.IsEmpty)
                    clerk.Breaks(4002, "GATEWAY", "", "a payload of more than 4096 bytes");
                else
                    clerk.Hears(Parse(message));
                pace.SpendAt(realm.Now);
                realm.Bell.Ring();
            }
    }

    private void Stops(GatewayClerk clerk)
    {
        lock (realm.Gate)
            clerk.Breaks(4009, "HEARTBEAT", "", "the heart of the socket has stopped");
    }

    private static JsonObject? Parse(ReadOnlyMemory<byte> message)
    {
        try
        {
            return JsonNode.Parse(message.Span) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class WatchedUpgrade(IHttpUpgradeFeature inner) : IHttpUpgradeFeature
    {
        public Stream? Wire { get; private set; }

        public bool IsUpgradableRequest => inner.IsUpgradableRequest;

        public async Task<Stream> UpgradeAsync() => Wire = await inner.UpgradeAsync();
    }
}
