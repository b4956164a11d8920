using System.Net.WebSockets;
using System.Text;
using Bot.Discord.Gateway;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Discord.Gateway;

/// <summary>The socket of the base library, over loopback.</summary>
public sealed class GatewayWebSocketTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_names_itself_joins_fragments_and_tells_the_code_of_a_close()
    {
        string? agent = null;
        string? heard = null;
        await using var server = await ServeAsync(
            async (context, socket) =>
            {
                agent = context.Request.Headers.UserAgent;
                await SayAsync(socket, "hel", isWhole: false);
                await SayAsync(socket, "lo", isWhole: true);
                var buffer = new byte[100];
                var received = await socket.ReceiveAsync(buffer.AsMemory(), Cancellation);
                heard = Encoding.UTF8.GetString(buffer.AsSpan(0, received.Count));
                await socket.CloseAsync((WebSocketCloseStatus)4014, null, Cancellation);
            }
        );
        using var client = new GatewayWebSocket("DiscordBot (test, 1)");

        await client.ConnectAsync(AddressOf(server), Cancellation);
        var message = Assert.IsType<GatewayFrame.Message>(await client.ReceiveAsync(Cancellation));
        await client.SendAsync(Encoding.UTF8.GetBytes("here"), Cancellation);
        var closed = Assert.IsType<GatewayFrame.Closed>(await client.ReceiveAsync(Cancellation));

        Assert.Equal("hello", Encoding.UTF8.GetString(message.Bytes.Span));
        Assert.Equal(("DiscordBot (test, 1)", "here", 4014), (agent, heard, closed.Code));
    }

    [Fact]
    public async Task Its_own_goodbye_carries_its_code()
    {
        var code = new TaskCompletionSource<int?>();
        await using var server = await ServeAsync(
            async (_, socket) =>
            {
                await socket.ReceiveAsync(new byte[10].AsMemory(), Cancellation);
                code.SetResult((int?)socket.CloseStatus);
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);
            }
        );
        using var client = new GatewayWebSocket("DiscordBot (test, 1)");

        await client.ConnectAsync(AddressOf(server), Cancellation);
        await client.CloseAsync(GatewayMachine.KeepsSession, Cancellation);

        Assert.IsType<GatewayFrame.Closed>(await client.ReceiveAsync(Cancellation));
        Assert.Equal(GatewayMachine.KeepsSession, await code.Task);
    }

    private static async Task<WebApplication> ServeAsync(Func<HttpContext, WebSocket, Task> talk)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.UseWebSockets();
        server.Run(async context =>
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await talk(context, socket);
        });
        await server.StartAsync(Cancellation);
        return server;
    }

    private static Uri AddressOf(WebApplication server) => new UriBuilder(server.Urls.Single()) { Scheme = "ws" }.Uri;

    private static Task SayAsync(WebSocket socket, string text, bool isWhole) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, isWhole, Cancellation);
}
