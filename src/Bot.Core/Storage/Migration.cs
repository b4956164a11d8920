using System.Globalization;

namespace Bot.Core.Storage;

/// <summary>One numbered step of the schema: an embedded file <c>Migrations/Sqlite/000N_name.sql</c>, never edited after release.</summary>
internal sealed record Migration(int Number, string Sql)
{
    private const string Folder = ".Migrations.Sqlite.";

    /// <summary>All steps in order.</summary>
    public static IReadOnlyList<Migration> All { get; } = [.. Embedded().OrderBy(m => m.Number)];

    public static int Newest => All[^1].Number;

    private static IEnumerable<Migration> Embedded()
    {
        var assembly = typeof(Migration).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var at = name.IndexOf(Folder, StringComparison.Ordinal);
            if (at < 0)
                continue;
            // A file name that starts with a digit is embedded as _0001_articles.sql by some SDKs.
            var file = name.AsSpan(at + Folder.Length).TrimStart('_');
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return new Migration(int.Parse(file[..4], CultureInfo.InvariantCulture), reader.ReadToEnd());
        }
    }
}
