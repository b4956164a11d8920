namespace Bot.Text.Lexicons;

/// <summary>Reads the tables made by hand: lines, "#" for a remark, "[section]" for a heading.</summary>
internal static class TableFile
{
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
