namespace Bot.Text.Training.Languages;

/// <summary>Which languages are told apart in each script, and what files call them: languages.txt.</summary>
/// <param name="Neither">Languages so near to one that is told that they are learned neither as it nor as another.</param>
internal sealed record LanguageTable(
    IReadOnlyDictionary<string, IReadOnlyList<string>> ByScript,
    IReadOnlyList<string> Neither,
    IReadOnlyDictionary<string, string> Tags
)
{
    public static LanguageTable Load()
    {
        using var stream = typeof(LanguageTable).Assembly.GetManifestResourceStream("languages.txt")!;
        using var reader = new StreamReader(stream);
        var byScript = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        IReadOnlyList<string> neither = [];
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var words = line.Split(' ');
            if (line[0] == '#')
                continue;
            if (words[0] == "neither:")
                neither = words[1..];
            else if (words[0].EndsWith(':'))
                byScript[words[0][..^1]] = words[1..];
            else
                foreach (var name in words[1..])
                    tags[name] = words[0];
        }

        return new LanguageTable(byScript, neither, tags);
    }

    /// <summary>The tag of what a file or folder name says of its language: "pt_BR", "por_PT", "nb".</summary>
    public string TagOf(string name) =>
        Tags.GetValueOrDefault(name) ?? (name.Contains('@') ? name : name.Split('_', '-')[0]);
}
