using System.Net;
using System.Net.Sockets;

namespace Bot.Core.Feeds.Fetching;

/// <summary>
/// Opens connections to public addresses and to what the operator allowed. The check stands here, at the connection
/// itself, so that no spelling, no redirect and no second answer of DNS gets round it: what was checked is what is dialled.
/// </summary>
internal sealed class GuardedConnection(IHostLookup lookup, AllowedHosts allowed, TimeProvider time)
{
    /// <summary>For one of several addresses; the next is tried then.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var itself)
            ? [itself]
            : await lookup.FindAsync(host, cancellation);
        if (addresses.Count == 0)
            throw new FetchRefusal(FetchFault.UnknownHost, $"{host} has no address");
        // All of them, not the public ones among them: a name that answers with both is an attack or a mishap, and
        // which of its machines would be read is chance.
        if (addresses.FirstOrDefault(a => !MayReach(host, port, a)) is { } forbidden)
            throw new FetchRefusal(FetchFault.PrivateAddress, PrivateWords(host, forbidden));
        return await DialAsync(addresses, port, cancellation);
    }

    /// <summary>False where the address alone says that it leads to no public machine; what a name leads to is seen when it is dialled.</summary>
    public bool MayDial(Uri url) =>
        url.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            ? MayReach(url.IdnHost, url.Port, IPAddress.Loopback)
            : !IPAddress.TryParse(url.IdnHost, out var address) || MayReach(url.IdnHost, url.Port, address);

    private bool MayReach(string host, int port, IPAddress address) =>
        PublicAddresses.Contains(address) || allowed.Contains(host, port, address);

    private static string PrivateWords(string host, IPAddress address) =>
        host == address.ToString() ? $"{host} is a private address" : $"{host} leads to {address}, a private address";

    private async Task<Stream> DialAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellation)
    {
        foreach (var address in addresses.SkipLast(1))
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
            try
            {
                return await DialAsync(new IPEndPoint(address, port), both.Token);
            }
            catch (Exception failed)
                when (failed is SocketException or OperationCanceledException && !cancellation.IsCancellationRequested)
            {
                // Many names have an IPv6 address that their visitors cannot reach.
            }
        }

        return await DialAsync(new IPEndPoint(addresses[^1], port), cancellation);
    }

    private static async Task<Stream> DialAsync(IPEndPoint end, CancellationToken cancellation)
    {
        var socket = new Socket(end.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(end, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
