namespace Bot.Benchmarks;

/// <summary>The articles that ship with the bot.</summary>
internal static class SeedFiles
{
    public static IReadOnlyList<FileInfo> All() => new DirectoryInfo(Path.Combine(Root().FullName, "seeds")).GetFiles();

    /// <summary>The checkout.</summary>
    public static DirectoryInfo Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "seeds")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder “seeds” above the benchmarks.");
        return folder;
    }

    public static void CopyTo(DirectoryInfo folder)
    {
        foreach (var seed in All())
            seed.CopyTo(Path.Combine(folder.FullName, seed.Name));
    }
}
