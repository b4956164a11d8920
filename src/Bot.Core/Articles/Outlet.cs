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
);
