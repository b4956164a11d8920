using System.Collections.Frozen;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Fetching;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Feeds;

/// <summary>Why a feed cannot be read, and what can be done about it, a sentence each.</summary>
public static class FaultWords
{
    /// <summary>A test holds that no fault is left out.</summary>
    private static readonly FrozenDictionary<string, (string What, string Mend)> Keys = new Dictionary<
        string,
        (string What, string Mend)
    >
    {
        [nameof(FetchFault.BadAddress)] = ("feed.fault-bad-address", "feed.mend-bad-address"),
        [nameof(FetchFault.PrivateAddress)] = ("feed.fault-private-address", "feed.mend-private-address"),
        [nameof(FetchFault.UnknownHost)] = ("feed.fault-unknown-host", "feed.mend-unknown-host"),
        [nameof(FetchFault.NoConnection)] = ("feed.fault-no-connection", "feed.mend-no-connection"),
        [nameof(FetchFault.NoTrust)] = ("feed.fault-no-trust", "feed.mend-no-trust"),
        [nameof(FetchFault.TooSlow)] = ("feed.fault-too-slow", "feed.mend-too-slow"),
        [nameof(FetchFault.TooLarge)] = ("feed.fault-too-large", "feed.mend-too-large"),
        [nameof(FetchFault.TooManyRedirects)] = ("feed.fault-too-many-redirects", "feed.mend-too-many-redirects"),
        [nameof(FetchFault.Refused)] = ("feed.fault-refused", "feed.mend-refused"),
        [nameof(FetchFault.Gone)] = ("feed.fault-gone", "feed.mend-gone"),
        [nameof(FetchFault.Busy)] = ("feed.fault-busy", "feed.mend-busy"),
        [nameof(FetchFault.Broken)] = ("feed.fault-broken", "feed.mend-broken"),
        [nameof(FetchFault.Garbled)] = ("feed.fault-garbled", "feed.mend-garbled"),
        [nameof(FetchFault.Forbidden)] = ("feed.fault-forbidden", "feed.mend-forbidden"),
        [nameof(FeedFault.Page)] = ("feed.fault-page", "feed.mend-page"),
        [nameof(FeedFault.Unreadable)] = ("feed.fault-unreadable", "feed.mend-unreadable"),
        [nameof(FeedFault.List)] = ("feed.fault-list", "feed.mend-list"),
        [nameof(FeedFault.Unfiled)] = ("feed.fault-unfiled", "feed.mend-unfiled"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What is said of a fault that another version of the program wrote down.</summary>
    private static readonly (string What, string Mend) Other = ("feed.fault-other", "feed.mend-other");

    /// <param name="fault">The name of a fault of the fetch or of the feed.</param>
    public static string Of(string? fault, string host, Edition edition) =>
        edition.Say(KeysOf(fault).What, ("host", host));

    /// <inheritdoc cref="Of"/>
    public static string Mend(string? fault, Edition edition) => edition.Say(KeysOf(fault).Mend);

    /// <summary>True of a fault of the address itself, of which the fetch knows no more.</summary>
    public static bool TellsAll(string? fault) =>
        fault is nameof(FetchFault.BadAddress) or nameof(FetchFault.PrivateAddress) or nameof(FetchFault.UnknownHost);

    private static (string What, string Mend) KeysOf(string? fault) =>
        fault is not null && Keys.TryGetValue(fault, out var keys) ? keys : Other;
}
