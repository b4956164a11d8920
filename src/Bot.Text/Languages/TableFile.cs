namespace Bot.Text.Languages;

/// <summary>Reads the tables made by hand: lines, "#" for a remark, "[section]" for a heading.</summary>
internal static class TableFile
{
    private const string Extension = ".txt";

    /// <summary>All tables whose resource begins so, each by the rest of its name.</summary>
    public static IEnumerable<(string Name, IEnumerable<(string Section, string Line)> Lines)> ReadFolder(
        string prefix
    ) =>
        typeof(TableFile)
            .Assembly.GetManifestResourceNames()
            .Where(r => r.StartsWith(prefix, StringComparison.Ordinal))
            .Select(r => (r[prefix.Length..^Extension.Length], Read(r)));

    public static IEnumerable<(string Section, string Line)> Read(string resource)
    {
        using var stream = typeof(TableFile).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        var section = "";
        foreach (var line in reader.ReadToEnd().Split('\n'))
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line[0] == '[')
                section = line[1..^1];
            else
                yield return (section, line);
        }
    }
}
