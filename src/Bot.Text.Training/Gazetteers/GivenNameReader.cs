using System.Globalization;
using Bot.Text.Spans;
using Microsoft.Data.Sqlite;

namespace Bot.Text.Training.Gazetteers;

/// <summary>Given names: those of at least 2,000 births in the USA (Social Security data), and the world's from a table by hand.</summary>
internal static class GivenNameReader
{
    private const int LeastBirths = 2000;

    /// <returns>Folded name to "share of women in percent, births as a power of ten": "emma" to "99 5".</returns>
    public static IReadOnlyDictionary<string, string> Read(string database)
    {
        var births = new Dictionary<string, (long Women, long Men)>(StringComparer.Ordinal);
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sex, SUM(births) FROM usNameData GROUP BY name, sex";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var name = Folding.Fold(rows.GetString(0));
            var count = rows.GetInt64(2);
            var (women, men) = births.GetValueOrDefault(name);
            births[name] = rows.GetString(1) is "F" or "f" ? (women + count, men) : (women, men + count);
        }

        var list = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, (women, men)) in births.Where(b => b.Value.Women + b.Value.Men >= LeastBirths))
            list[name] = Value(100 * women / (women + men), (int)Math.Log10(women + men));
        foreach (var (name, share) in HandTable())
            list[name] = Value(share, 5);
        return list;
    }

    private static string Value(long share, int power) =>
        string.Create(CultureInfo.InvariantCulture, $"{share} {power}");

    private static IEnumerable<(string Name, int Share)> HandTable()
    {
        using var stream = typeof(GivenNameReader).Assembly.GetManifestResourceStream("given-names.txt")!;
        using var reader = new StreamReader(stream);
        var share = 50;
        foreach (var line in reader.ReadToEnd().Split('\n'))
        {
            if (line.StartsWith('#'))
                continue;
            if (line.StartsWith('['))
                share = line switch
                {
                    "[women]" => 100,
                    "[men]" => 0,
                    _ => 50,
                };
            else
                foreach (var name in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    yield return (Folding.Fold(name), share);
        }
    }
}
