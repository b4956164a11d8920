namespace Bot.Tests;

/// <summary>The checkout that the tests are run from.</summary>
internal static class ProjectRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(System.IO.Path.Combine(folder.FullName, "Bot.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No Bot.sln above the tests.");
        return folder.FullName;
    }
}
