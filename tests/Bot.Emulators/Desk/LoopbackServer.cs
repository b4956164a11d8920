using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Bot.Emulators.Desk;

/// <summary>Kestrel on this machine alone, with nothing that an emulator does not use.</summary>
internal static class LoopbackServer
{
    /// <param name="port">0 takes a free one.</param>
    public static WebApplication Build(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k =>
        {
            k.Limits.MaxRequestBodySize = 64 * 1024 * 1024;
            k.Listen(IPAddress.Loopback, port);
        });
        return builder.Build();
    }

    /// <summary>Where a server listens that has been started.</summary>
    public static Uri UrlOf(WebApplication server) =>
        // Kestrel always has the feature once it listens.
        new(server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task StopAsync(WebApplication server)
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await server.StopAsync(atOnce.Token);
        await server.DisposeAsync();
    }
}
