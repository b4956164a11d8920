using System.Net;
using System.Net.Sockets;

namespace Bot.Core.Feeds.Fetching;

/// <summary>Which addresses are of the public internet.</summary>
/// <remarks>
/// The registries of special addresses: https://www.iana.org/assignments/iana-ipv4-special-registry and
/// https://www.iana.org/assignments/iana-ipv6-special-registry.
/// </remarks>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] Special4 =
    [
        IPNetwork.Parse("0.0.0.0/8"), // this network; 0.0.0.0 reaches this machine
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"), // shared behind a provider's NAT; one cloud's metadata too
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("168.63.129.16/32"), // a public number that reaches Azure's own host
        IPNetwork.Parse("169.254.0.0/16"), // link-local; most clouds' metadata
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"), // TEST-NET-1
        IPNetwork.Parse("192.88.99.0/24"), // relays of 6to4
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("198.18.0.0/15"), // benchmarks
        IPNetwork.Parse("198.51.100.0/24"), // TEST-NET-2
        IPNetwork.Parse("203.0.113.0/24"), // TEST-NET-3
        IPNetwork.Parse("224.0.0.0/4"), // multicast
        IPNetwork.Parse("240.0.0.0/4"), // reserved, and broadcast
    ];

    /// <summary>All that is given out so far; loopback, mapped, link-local, site-local, unique local and multicast lie outside.</summary>
    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] Special6 =
    [
        IPNetwork.Parse("2001::/23"), // protocols' own, Teredo among them, which hides an IPv4 address
        IPNetwork.Parse("2001:db8::/32"), // documentation
        IPNetwork.Parse("2002::/16"), // 6to4, which hides an IPv4 address
        IPNetwork.Parse("3fff::/20"), // documentation
    ];

    /// <summary>An IPv6 network reaches the old internet through these: the last four bytes are the address that is meant.</summary>
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Contains(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !Special4.Any(n => n.Contains(address));
        // First of all: IPNetwork reads a mapped address as IPv4, and then finds ::ffff:10.0.0.1 in 2000::/3.
        if (address.IsIPv4MappedToIPv6)
            return false;
        // Without this a machine that has IPv6 alone, where DNS answers so for every IPv4 host, could read nothing.
        if (Translated.Contains(address))
            return Contains(LastFourBytes(address));
        return Global6.Contains(address) && !Special6.Any(n => n.Contains(address));
    }

    private static IPAddress LastFourBytes(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        return new IPAddress(bytes[12..]);
    }
}
