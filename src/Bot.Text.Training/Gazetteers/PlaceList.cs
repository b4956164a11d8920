using System.Globalization;
using Bot.Text.Spans;

namespace Bot.Text.Training.Gazetteers;

/// <summary>Cities of GeoNames and the regions, rivers and mountains of WordNet in one list.</summary>
internal static class PlaceList
{
    private const int LeastPopulation = 20_000;

    /// <returns>Folded name to "people as a power of ten" for a city, "g" for what has no mayor.</returns>
    public static IReadOnlyDictionary<string, string> Merge(IReadOnlyList<City> cities, IReadOnlySet<string> regions)
    {
        var list = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var city in cities.Where(c => c.Population >= LeastPopulation).OrderBy(c => c.Population))
        {
            var name = Folding.Fold(city.Name);
            if (name.Length > 2 && name.Count(c => c == ' ') < 4)
                list[name] = ((int)Math.Log10(city.Population)).ToString(CultureInfo.InvariantCulture);
        }

        foreach (var region in regions.Select(r => Folding.Fold(r)).Where(r => r.Length > 2))
            list.TryAdd(region, "g");
        return list;
    }
}
