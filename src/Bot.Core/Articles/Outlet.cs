namespace Bot.Core.Articles;

/// <summary>Where articles come from, as a reader would call it: an outlet's name, a feed's, or the host of either.</summary>
/// <param name="Name">As it is shown.</param>
/// <param name="Hosts">Without "www."; empty where none is known.</param>
/// <param name="Sources">The names under which its articles are filed.</param>
/// <param name="Feeds">The feeds that it is; empty where it is none that the place follows.</param>
public sealed record Outlet(
    string Name,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> Sources,
    IReadOnlyList<long> Feeds
)
{
    /// <summary>Several that are meant by one name.</summary>
    public static Outlet Of(string name, IReadOnlyList<Outlet> parts) =>
        new(
            name,
            [.. parts.SelectMany(o => o.Hosts).Distinct(StringComparer.Ordinal)],
            [.. parts.SelectMany(o => o.Sources).Distinct(StringComparer.Ordinal)],
            [.. parts.SelectMany(o => o.Feeds).Distinct()]
        );

    internal static string BareHost(string host)
    {
        var lower = host.ToLowerInvariant();
        return lower.StartsWith("www.", StringComparison.Ordinal) ? lower[4..] : lower;
    }
}
