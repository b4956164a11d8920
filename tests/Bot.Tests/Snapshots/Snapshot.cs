using System.Runtime.CompilerServices;

namespace Bot.Tests.Snapshots;

/// <summary>
/// Holds a text against the file of its name beside this one. With UPDATE_SNAPSHOTS=1 in the environment the file is
/// written instead, to be read as prose before it is committed.
/// </summary>
internal static class Snapshot
{
    public static void Match(string text, string name)
    {
        var file = Path.Combine(Folder(), $"{name}.txt");
        var actual = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(file, actual);
            return;
        }

        Assert.True(
            File.Exists(file),
            $"There is no {file}: run once with UPDATE_SNAPSHOTS=1 and read what it writes."
        );
        Assert.Equal(File.ReadAllText(file), actual);
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
