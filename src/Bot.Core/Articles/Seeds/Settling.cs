namespace Bot.Core.Articles.Seeds;

/// <summary>
/// Lets a file rest before it is taken: one that is still being written shows another size or time at the next look,
/// one that an editor replaces is missing for a moment.
/// </summary>
internal sealed class Settling(TimeProvider clock, TimeSpan rest)
{
    private readonly Dictionary<string, (SeedFile? File, DateTimeOffset Since)> waiting = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    /// <summary>True while something has not rested yet.</summary>
    public bool IsWaiting => waiting.Values.Any(w => clock.GetUtcNow() - w.Since < rest);

    /// <summary>True where the changed file is as it was a rest ago.</summary>
    public bool IsRipe(SeedFile file) => HasRested(file.Path, file);

    /// <summary>True where the file has been missing for a rest.</summary>
    public bool IsGone(string path) => HasRested(path, null);

    /// <summary>Ends a look: what was not asked about is as the desk knows it.</summary>
    public void EndLook()
    {
        foreach (var path in waiting.Keys.Where(path => !asked.Contains(path)).ToList())
            waiting.Remove(path);
        asked.Clear();
    }

    private bool HasRested(string path, SeedFile? file)
    {
        asked.Add(path);
        var now = clock.GetUtcNow();
        if (waiting.TryGetValue(path, out var last) && last.File == file)
            return now - last.Since >= rest;
        waiting[path] = (file, now);
        return false;
    }
}
