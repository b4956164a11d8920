using System.Net;
using System.Net.Sockets;

namespace Bot.Core.Feeds.Fetching;

/// <summary>Asks the machine's own resolver.</summary>
public sealed class SystemHostLookup : IHostLookup
{
    public async Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellation)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellation);
        }
        catch (SocketException)
        {
            // Not known, no address, or no resolver: for who asks it is the same.
            return [];
        }
        catch (ArgumentException)
        {
            // Longer than a name may be.
            return [];
        }
    }
}
