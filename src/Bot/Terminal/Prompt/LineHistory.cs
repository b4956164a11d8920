using System.Text;

namespace Bot.Terminal.Prompt;

/// <summary>The lines typed before, the last one last, kept in a file from one start to the next.</summary>
/// <param name="path">Null where nothing is kept.</param>
internal sealed class LineHistory(string? path)
{
    private const int MostLines = 500;

    private readonly List<string> lines = Load(path);

    public IReadOnlyList<string> Lines => lines;

    /// <summary>A line that repeats the one before is kept once.</summary>
    public void Add(string line)
    {
        if (line.Length == 0 || (lines.Count > 0 && lines[^1] == line))
            return;
        lines.Add(line);
        if (lines.Count > MostLines)
            lines.RemoveRange(0, lines.Count - MostLines);
        Save();
    }

    private static List<string> Load(string? path)
    {
        try
        {
            return path is null || !File.Exists(path) ? [] : [.. File.ReadLines(path).TakeLast(MostLines)];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private void Save()
    {
        if (path is null)
            return;
        try
        {
            File.WriteAllLines(path, lines, new UTF8Encoding(false));
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // A store that is read-only keeps no history; the lines of this session are still at hand.
        }
    }
}
