namespace Bot.Text.Tests.Golden;

/// <summary>
/// Reads the cases of a Markdown file: each is a second-level heading, a fenced block "text", and one or more fenced blocks
/// whose info string names a view. A fence of more backticks may hold one of fewer; what stands between blocks is prose.
/// </summary>
internal static class GoldenFile
{
    public static IEnumerable<GoldenCase> ReadAll(string folder) =>
        Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal).SelectMany(Read);

    private static List<GoldenCase> Read(string path)
    {
        var file = Path.GetFileNameWithoutExtension(path);
        var cases = new List<GoldenCase>();
        string? name = null;
        var blocks = new List<GoldenExpectation>();
        using var lines = File.ReadLines(path).GetEnumerator();
        while (lines.MoveNext())
        {
            var line = lines.Current;
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Close();
                name = line[3..].Trim();
            }
            else if (line.StartsWith("```", StringComparison.Ordinal))
            {
                blocks.Add(ReadFence(lines, line, path));
            }
        }

        Close();
        return cases;

        void Close()
        {
            if (name is not null)
            {
                var text = blocks.Find(b => b.View == "text")?.Printed;
                var expected = blocks.FindAll(b => b.View != "text");
                if (text is null || expected.Count == 0)
                    throw new InvalidDataException($"{path}: “{name}” needs a text and a view.");
                cases.Add(new GoldenCase(file, name, text, expected));
            }

            blocks.Clear();
        }
    }

    private static GoldenExpectation ReadFence(IEnumerator<string> lines, string opening, string path)
    {
        var fence = new string('`', opening.Length - opening.TrimStart('`').Length);
        var inside = new List<string>();
        while (lines.MoveNext())
        {
            if (lines.Current.TrimEnd() == fence)
                return new GoldenExpectation(opening[fence.Length..].Trim(), string.Join('\n', inside));
            inside.Add(lines.Current);
        }

        throw new InvalidDataException($"{path}: the fence “{opening}” is never closed.");
    }
}
