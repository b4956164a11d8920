using System.Globalization;
using Bot.Core.Spelling;

namespace Bot.Core.Feeds.Packs;

/// <summary>
/// The packs that the program carries, a file each: its place among them, its topic and its language in the first line, then a feed a line, its
/// name and its address parted by a bar.
/// </summary>
public sealed class FeedPacks
{
    private const string Folder = ".Feeds.Packs.";
    private const string Ending = ".txt";
    private const string Prefix = "pack:";

    public IReadOnlyList<FeedPack> All { get; } = [.. Carried().OrderBy(p => p.Place).Select(p => p.Pack)];

    /// <returns>"world" of "pack:world"; null where no pack is asked for.</returns>
    public static string? NameIn(string typed) =>
        typed.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? typed[Prefix.Length..].Trim() : null;

    /// <summary>By its name, whatever its case and accents, with a small slip.</summary>
    public FeedPack? Find(string name) =>
        All.FirstOrDefault(p => p.Name == Unaccented.Of(name))
        ?? (Slips.Nearest(name, All.Select(p => p.Name)) is { } near ? All.First(p => p.Name == near) : null);

    private static IEnumerable<(int Place, FeedPack Pack)> Carried()
    {
        var assembly = typeof(FeedPacks).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames())
        {
            var at = resource.IndexOf(Folder, StringComparison.Ordinal);
            if (at < 0 || !resource.EndsWith(Ending, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!); // It was just listed.
            yield return Read(resource[(at + Folder.Length)..^Ending.Length], reader.ReadToEnd());
        }
    }

    private static (int Place, FeedPack Pack) Read(string name, string text)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var head = lines[0].Split(' ');
        return (
            int.Parse(head[0], CultureInfo.InvariantCulture),
            new FeedPack(
                name,
                head[1],
                head[2],
                [.. lines.Skip(1).Select(l => l.Split(" | ")).Select(f => new PackedFeed(f[0], new Uri(f[1])))]
            )
        );
    }
}
