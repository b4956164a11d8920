using System.Net;

namespace Bot.Core.Feeds.Fetching;

/// <summary>The edge where names become addresses.</summary>
public interface IHostLookup
{
    /// <param name="host">A name, in the letters of DNS (xn--…); never an address.</param>
    /// <returns>In the order in which they are to be tried; empty where the name is not known.</returns>
    Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellation);
}
