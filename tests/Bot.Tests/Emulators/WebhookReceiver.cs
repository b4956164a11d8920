using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Tests.Emulators;

/// <summary>A bot's own address: keeps what comes, and answers as it is told, else with 200.</summary>
internal sealed class WebhookReceiver : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly Queue<int> _answers = new();
    private readonly System.Threading.Channels.Channel<string> _got =
        System.Threading.Channels.Channel.CreateUnbounded<string>();

    private WebhookReceiver(WebApplication server) => _server = server;

    public Uri Url { get; private set; } = new("about:blank");

    public static async Task<WebhookReceiver> OpenAsync(params int[] answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var receiver = new WebhookReceiver(builder.Build());
        foreach (var answer in answers)
            receiver._answers.Enqueue(answer);
        receiver._server.Run(receiver.TakeAsync);
        await receiver._server.StartAsync(TestContext.Current.CancellationToken);
        var addresses = receiver._server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
        receiver.Url = new Uri(addresses!.Addresses.Single());
        return receiver;
    }

    public async Task<string> NextAsync() => await _got.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        var update = await JsonSerializer.DeserializeAsync<JsonElement>(context.Request.Body);
        var secret = context.Request.Headers["X-Telegram-Bot-Api-Secret-Token"];
        context.Response.StatusCode = _answers.TryDequeue(out var status) ? status : 200;
        await _got.Writer.WriteAsync($"{update.GetProperty("message").GetProperty("text").GetString()} {secret}");
    }
}
