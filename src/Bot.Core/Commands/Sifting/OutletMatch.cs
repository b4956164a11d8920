using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Spelling;
using Bot.Core.Texts;

namespace Bot.Core.Commands.Sifting;

/// <summary>Which outlet someone means: by its name, its host, words or beginnings of words of the name, with a small slip.</summary>
internal static class OutletMatch
{
    private const int MostNamed = 3;
    private const int MostNear = 5;

    /// <returns>The outlet, several as one where they fit equally well; null where none fits.</returns>
    public static Outlet? Find(string typed, IReadOnlyList<Outlet> outlets, Edition edition)
    {
        var wanted = Unaccented.Of(typed.Trim());
        if (wanted.Length == 0)
            return null;
        if (outlets.FirstOrDefault(o => Unaccented.Of(o.Name) == wanted) is { } named)
            return named;
        var host = HostIn(typed);
        if (Fitting(outlets, o => o.Hosts.Contains(host, StringComparer.Ordinal)) is { Length: > 0 } hosted)
            return Outlet.Of(hosted is [var one] ? one.Name : host, hosted);
        string[] words = wanted.Split(' ');
        Func<Outlet, bool>[] looser =
        [
            o => words.All(WordsOf(o).Contains),
            o => words.All(w => WordsOf(o).Any(own => own.StartsWith(w, StringComparison.Ordinal))),
            o => o.Hosts.Any(h => h.Split('.').Contains(wanted, StringComparer.Ordinal)),
            o => Slips.Between(wanted, Unaccented.Of(o.Name)) is not null,
            o => words.All(w => WordsOf(o).Any(own => Slips.Between(w, own) is not null)),
            o => o.Hosts.Any(h => Slips.Between(host, h) is not null),
        ];
        return looser.Select(fits => Fitting(outlets, fits)).FirstOrDefault(f => f.Length > 0) switch
        {
            null => null,
            [var only] => only,
            var several => Outlet.Of(
                edition.And([.. several.Take(MostNamed).Select(o => o.Name)])
                    + (several.Length > MostNamed ? " …" : ""),
                several
            ),
        };
    }

    /// <summary>For "Nearest: …": those that share most letters with what was typed; all in their order where they are few.</summary>
    public static IReadOnlyList<Outlet> Nearest(string typed, IReadOnlyList<Outlet> outlets) =>
        outlets.Count <= MostNear
            ? outlets
            : [.. outlets.OrderBy(o => Slips.Count(Unaccented.Of(typed), Unaccented.Of(o.Name))).Take(MostNear)];

    /// <summary>"No source here is called “zeppelinpost”. Nearest: …"</summary>
    public static IReadOnlyList<Inline> NoSuch(string typed, IReadOnlyList<Outlet> outlets, Edition edition)
    {
        var near = Nearest(typed, outlets);
        return edition.Line(
            near.Count < outlets.Count ? "sift.from-unknown-nearest" : "sift.from-unknown",
            ("value", Excerpt.Of(typed)),
            ("names", edition.And([.. near.Select(o => Excerpt.Of(o.Name))]))
        );
    }

    private static Outlet[] Fitting(IReadOnlyList<Outlet> outlets, Func<Outlet, bool> fits) => [.. outlets.Where(fits)];

    private static string[] WordsOf(Outlet outlet) => Unaccented.Of(outlet.Name).Split(' ');

    /// <summary>"www.gazette.example" of "https://www.gazette.example/world", as outlets have it.</summary>
    private static string HostIn(string typed)
    {
        var address = typed.Trim();
        if (address.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme)
            address = address[(scheme + 3)..];
        if (address.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash)
            address = address[..slash];
        return Outlet.BareHost(address);
    }
}
