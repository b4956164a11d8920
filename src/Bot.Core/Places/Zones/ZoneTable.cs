using System.Collections.Frozen;
using Bot.Core.Spelling;

namespace Bot.Core.Places.Zones;

/// <summary>
/// Three embedded lists. <c>zones.tsv</c>: the zones of IANA's zone.tab, each with its country where the country is to
/// be found by it (https://www.iana.org/time-zones, public domain). <c>names.tsv</c>: further names of countries and
/// cities. <c>abbreviations.tsv</c>: names of times, each with a place that keeps it.
/// </summary>
internal sealed class ZoneTable
{
    private readonly IReadOnlyList<string> zones;
    private readonly FrozenDictionary<string, string[]> byName;

    private ZoneTable(IReadOnlyList<string[]> zoneRows, IEnumerable<string[]> nameRows, IEnumerable<string[]> times)
    {
        zones = [.. zoneRows.Select(r => r[0])];
        byName = nameRows
            .SelectMany(r => r[1].Split(' ').Select(zone => (Name: r[0], Zone: zone)))
            .Concat(zoneRows.SelectMany(r => r.Append(CityOf(r[0])).Select(name => (Name: name, Zone: r[0]))))
            .GroupBy(n => Fold(n.Name), StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Select(n => n.Zone).Distinct().ToArray(), StringComparer.Ordinal);
        Abbreviations = times.ToFrozenDictionary(r => r[0], r => r[1], StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>By the abbreviation, in any case.</summary>
    public FrozenDictionary<string, string> Abbreviations { get; }

    /// <summary>Every name, folded.</summary>
    public IReadOnlyList<string> Keys => byName.Keys;

    public static ZoneTable Read() => new([.. Rows("zones.tsv")], Rows("names.tsv"), Rows("abbreviations.tsv"));

    /// <summary>All zones of that name, the one that most people mean first; empty where there is none.</summary>
    public IReadOnlyList<string> Find(string name) => byName.GetValueOrDefault(Fold(name)) ?? [];

    public IEnumerable<string> StartingWith(string typed)
    {
        var folded = Fold(typed);
        return zones.Where(z =>
            Fold(z).StartsWith(folded, StringComparison.Ordinal)
            || Fold(CityOf(z)).StartsWith(folded, StringComparison.Ordinal)
        );
    }

    public static string Fold(string name) => Unaccented.Of(name).Replace(" & ", " and ", StringComparison.Ordinal);

    private static string CityOf(string zone) => zone[(zone.LastIndexOf('/') + 1)..];

    private static IEnumerable<string[]> Rows(string file)
    {
        var assembly = typeof(ZoneTable).Assembly;
        using var reader = new StreamReader(assembly.GetManifestResourceStream($"Bot.Core.Places.Zones.{file}")!);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
            yield return line.Split('\t');
    }
}
