using System.Buffers;
using System.Globalization;
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
    public static string? FindFault(string written)
    {
        if (Read(written) is not null)
            return null;
        if (
            written.Split('/') is [var address, var bits]
            && IPAddress.TryParse(address, out var inside)
            && int.TryParse(bits, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            && length <= inside.GetAddressBytes().Length * 8
        )
            return $"“{written}” is an address inside a network; the network is {NetworkOf(inside, length)}";
        return $"“{written}” is no host; write home.example, home.example:8080, 192.168.1.5, [fd00::5]:8080 or 192.168.1.0/24";
    }

    /// <param name="host">As the address of the feed has it, in the letters of DNS.</param>
    /// <param name="address">One of those that it stands for.</param>
    internal bool Contains(string host, int port, IPAddress address) =>
        entries.Any(e => (e.Port is null || e.Port == port) && e.Covers(host, address));

    private static Entry? Read(string written)
    {
        if (written.Contains('/', StringComparison.Ordinal))
            return IPNetwork.TryParse(written, out var network) ? new NetworkEntry(network) : null;
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

    private static IPNetwork Alone(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);

    private static IPNetwork NetworkOf(IPAddress inside, int length)
    {
        var bytes = inside.GetAddressBytes();
        for (var bit = length; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPNetwork(new IPAddress(bytes), length);
    }

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
        public override bool Covers(string host, IPAddress address) => Network.Contains(address);
    }
}
