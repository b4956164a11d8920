using System.Net;
using System.Net.Sockets;

namespace Bot.Tests.Telegram;

/// <summary>Stands before a server and can be shut: whoever calls then is refused before a word is said.</summary>
internal sealed class Doorway(Uri behind) : IDisposable
{
    private readonly Lock gate = new();
    private readonly List<TcpClient> callers = [];
    private readonly int port = FreePort();
    private TcpListener? listener;

    public Uri Url => new($"http://127.0.0.1:{port}");

    /// <summary>One that nobody listens on.</summary>
    public static int FreePort()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        return ((IPEndPoint)taken.LocalEndpoint).Port;
    }

    public Doorway Open()
    {
        listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        _ = WelcomeAsync(listener);
        return this;
    }

    public void Shut()
    {
        listener?.Stop();
        lock (gate)
        {
            callers.ForEach(c => c.Close());
            callers.Clear();
        }
    }

    public void Dispose() => Shut();

    private async Task WelcomeAsync(TcpListener door)
    {
        try
        {
            while (true)
            {
                var caller = await door.AcceptTcpClientAsync();
                var server = new TcpClient();
                lock (gate)
                    callers.AddRange([caller, server]);
                await server.ConnectAsync(behind.Host, behind.Port);
                _ = CarryAsync(caller, server);
                _ = CarryAsync(server, caller);
            }
        }
        catch (Exception shut) when (shut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The door is shut.
        }
    }

    private static async Task CarryAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two has left.
        }

        from.Close();
        to.Close();
    }
}
