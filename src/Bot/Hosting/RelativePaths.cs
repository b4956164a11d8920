namespace Bot.Hosting;

/// <summary>Finds what configuration names by a relative path: in the current directory, then beside the program.</summary>
internal static class RelativePaths
{
    /// <returns>The full path; where neither place has it, the one in the current directory.</returns>
    public static string Find(string path)
    {
        if (Path.IsPathRooted(path))
            return path;
        var here = Path.GetFullPath(path);
        var beside = Path.GetFullPath(path, AppContext.BaseDirectory);
        return !Path.Exists(here) && Path.Exists(beside) ? beside : here;
    }
}
