using System.Buffers;
using System.Net;

namespace Bot.Core.Feeds.Fetching;

/// <summary>Private hosts that the operator opened: by name, by address, or as a network.</summary>
public sealed class AllowedHosts
{
    public static AllowedHosts None { get; } = new([]);

    /// <summary>What a URL's parser would take for something else than a part of the host.</summary>
    private static readonly SearchValues<char> NotOfAHost = SearchValues.Create("@?#*\\% \t");

    private readonly IReadOnlyList<Entry> entries;

    private AllowedHosts(IReadOnlyList<Entry> entries) => this.entries = entries;

    /// <exception cref="FormatException">An entry is none; <see cref="FindFault"/> tells before.</exception>
    public static AllowedHosts Parse(IEnumerable<string> written) =>
        new([.. written.Select(w => Read(w) ?? throw new FormatException(FindFault(w)))]);

    /// <returns>What is wrong with an entry, and how it would be right; null where nothing is.</returns>
    public static string? FindFault(string written) =>
        Read(written) is null
            ? $"“{written}” is no host; write home.example, home.example:8080, 192.168.1.5, [fd00::5]:8080 or 192.168.1.0/24"
            : null;

    /// <param name="host">As the address of the feed has it, in the letters of DNS.</param>
    /// <param name="address">One of those that it stands for.</param>
    internal bool Contains(string host, int port, IPAddress address) =>
        entries.Any(e => (e.Port is null || e.Port == port) && e.Covers(host, address));

    private static Entry? Read(string written)
    {
        if (written.Contains('/', StringComparison.Ordinal))
            return IPNetwork.TryParse(written, out var network) && IsInFull(written) ? new NetworkEntry(network) : null;
        if (IPAddress.TryParse(written, out var bare) && !written.StartsWith('['))
            return new NetworkEntry(Alone(bare));
        if (
            written.AsSpan().ContainsAny(NotOfAHost)
            || !Uri.TryCreate($"http://{written}/", UriKind.Absolute, out var url)
        )
            return null;
        // What comes after the last colon outside of brackets; the parser would forget a port that is the scheme's own.
        var colon = written.LastIndexOf(':') is var at && at > written.LastIndexOf(']') ? at : -1;
        int? port = colon < 0 ? null : url.Port;
        if (colon == written.Length - 1 || url.IdnHost.Length == 0)
            return null;
        return IPAddress.TryParse(url.IdnHost, out var address)
            ? new NetworkEntry(Alone(address)) { Port = port }
            : new NameEntry(url.IdnHost) { Port = port };
    }

    /// <summary>"192.168.1/24" is read as 192.168.0.0/24, which nobody who writes it means.</summary>
    private static bool IsInFull(string network) =>
        network.Contains(':', StringComparison.Ordinal) || network.Count(c => c == '.') == 3;

    private static IPNetwork Alone(IPAddress address) =>
        new(Plain(address), Plain(address).GetAddressBytes().Length * 8);

    private static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private abstract record Entry
    {
        /// <summary>Null for all.</summary>
        public int? Port { get; init; }

        public abstract bool Covers(string host, IPAddress address);
    }

    private sealed record NameEntry(string Name) : Entry
    {
        public override bool Covers(string host, IPAddress address) =>
            Name.Equals(host, StringComparison.OrdinalIgnoreCase);
    }

    private sealed record NetworkEntry(IPNetwork Network) : Entry
    {
        public override bool Covers(string host, IPAddress address) =>
            // IPNetwork by itself would find mapped addresses in networks of IPv6 where they are not.
            Plain(address).AddressFamily == Network.BaseAddress.AddressFamily
            && Network.Contains(Plain(address));
    }
}
