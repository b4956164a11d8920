using System.Globalization;
using Bot.Core.Feeds.Finding;
using Bot.Core.Feeds.Following;
using Bot.Core.Spelling;

namespace Bot.Core.Commands.Feeds;

/// <summary>Which of the feeds that a place follows somebody means.</summary>
internal static class FeedPick
{
    private const int LettersPerSlip = 3;

    /// <param name="followed">As the list shows them: a number is a place in it.</param>
    /// <returns>Those that fit best and equally well; empty where none fits.</returns>
    public static IReadOnlyList<Followed> Find(string typed, IReadOnlyList<Followed> followed)
    {
        var wanted = Unaccented.Of(typed);
        var address = FeedFinder.TryRead(typed);
        Func<Followed, int, bool>[] ways =
        [
            (f, _) => typed == $"#{f.Feed.Id}",
            (f, _) => address is not null && Bare(f.Feed.Url) == Bare(address),
            (f, _) => Names(f).Contains(wanted, StringComparer.Ordinal),
            (_, i) => typed == (i + 1).ToString(CultureInfo.InvariantCulture),
            (f, _) => address is { PathAndQuery: "/" } && Host(f.Feed.Url) == Host(address),
            (f, _) => wanted.Length > 0 && Names(f).Any(n => $" {n}".Contains($" {wanted}", StringComparison.Ordinal)),
            (f, _) => wanted.Length > 2 && Host(f.Feed.Url).Contains(wanted, StringComparison.Ordinal),
            (f, _) => wanted.Length > 0 && Names(f).Any(n => IsSlip(wanted, n)),
        ];
        return ways.Select(way => followed.Where(way).ToList()).FirstOrDefault(found => found.Count > 0) ?? [];
    }

    /// <summary>For "Nearest: …": by the word that shares most letters with one that was typed.</summary>
    /// <returns>Null where none is near.</returns>
    public static string? Nearest(string typed, IEnumerable<Followed> followed)
    {
        var words = Words(Unaccented.Of(typed));
        return followed
            .Select(f => (f.Name, Slips: Names(f).SelectMany(Words).Min(n => words.Min(w => Between(w, n)))))
            .Where(f => f.Slips < int.MaxValue)
            .OrderBy(f => f.Slips)
            .Select(f => f.Name)
            .FirstOrDefault();
    }

    private static string[] Words(string name) => name.Split(' ');

    private static int Between(string typed, string word) =>
        Slips.Count(typed, word) is var slips && slips <= typed.Length / LettersPerSlip ? slips : int.MaxValue;

    /// <summary>The chat's own name for it, and the feed's.</summary>
    private static IEnumerable<string> Names(Followed followed) =>
        new[] { followed.Name, followed.Feed.Name }.Select(n => Unaccented.Of(n));

    private static bool IsSlip(string wanted, string name) =>
        Slips.Between(wanted, name) is not null || name.Split(' ').Any(w => Slips.Between(wanted, w) is not null);

    private static string Bare(Uri url) => $"{Host(url)}:{url.Port}{url.PathAndQuery.TrimEnd('/')}";

    private static string Host(Uri url) =>
        url.IdnHost.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? url.IdnHost[4..] : url.IdnHost;
}
