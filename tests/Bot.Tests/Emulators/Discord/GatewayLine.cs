using System.Net.WebSockets;
using System.Text.Json;

namespace Bot.Tests.Emulators.Discord;

/// <summary>A bare client of the gateway: says what it is told to, and reads what comes.</summary>
internal sealed class GatewayLine : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<GatewayLine> OpenAsync(DiscordRoom room, string query = "v=10&encoding=json")
    {
        var line = new GatewayLine();
        var url = new UriBuilder(room.Emulator.Url) { Scheme = "ws", Query = query };
        await line._socket.ConnectAsync(url.Uri, Cancellation);
        return line;
    }

    /// <summary>A line whose bot has been let in, and has been told its servers.</summary>
    public static async Task<GatewayLine> LetInAsync(DiscordRoom room)
    {
        var line = await OpenAsync(room);
        await line.IdentifyAsync(room);
        await line.ReadUntilAsync("GUILD_CREATE");
        return line;
    }

    public Task SayAsync(object payload) =>
        _socket.SendAsync(
            JsonSerializer.SerializeToUtf8Bytes(payload),
            WebSocketMessageType.Text,
            endOfMessage: true,
            Cancellation
        );

    public Task IdentifyAsync(DiscordRoom room, long intents = 1, int[]? shard = null) =>
        SayAsync(
            new
            {
                op = 2,
                d = new
                {
                    token = room.Bot.Token,
                    intents,
                    properties = new
                    {
                        os = "linux",
                        browser = "byline",
                        device = "byline",
                    },
                    shard = shard ?? [0, 1],
                },
            }
        );

    /// <summary>The next payload; null when the other side closes.</summary>
    public async Task<JsonElement?> ReadAsync()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var got = await _socket.ReceiveAsync(buffer.AsMemory(), Cancellation);
            if (got.MessageType == WebSocketMessageType.Close)
                return null;
            message.Write(buffer, 0, got.Count);
            if (got.EndOfMessage)
                return JsonElement.Parse(message.ToArray());
        }
    }

    public async Task<JsonElement> ReadUntilAsync(string name)
    {
        while (await ReadAsync() is { } payload)
            if (payload.TryGetProperty("t", out var t) && t.GetString() == name)
                return payload.GetProperty("d");
        throw new InvalidOperationException($"The line was closed with {CloseCode} before {name} came.");
    }

    /// <summary>Reads to the end, and gives the code that it was closed with.</summary>
    public async Task<int?> ReadToEndAsync()
    {
        while (await ReadAsync() is not null)
            continue;
        return CloseCode;
    }

    public void Dispose() => _socket.Dispose();
}
