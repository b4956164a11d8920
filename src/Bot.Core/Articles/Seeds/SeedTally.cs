namespace Bot.Core.Articles.Seeds;

/// <summary>Counts up one look into the folder.</summary>
internal sealed class SeedTally
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> problems = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<SeedProblem> folderProblems;
    private readonly HashSet<string> toReadAgain = new(StringComparer.Ordinal);
    private int added;
    private int updated;
    private int withdrawn;
    private int twins;

    public SeedTally(IEnumerable<SeedState> known, IReadOnlyList<SeedProblem> folderProblems)
    {
        this.folderProblems = folderProblems;
        foreach (var state in known)
            problems[state.Path] = state.ProblemLines;
    }

    public void Add(IntakeOutcome outcome)
    {
        added += outcome.Added;
        updated += outcome.Updated;
        withdrawn += outcome.Withdrawn;
        twins += outcome.Twins;
        toReadAgain.UnionWith(outcome.ToReadAgain);
    }

    /// <summary>What stands against a file now, in place of what stood before.</summary>
    public void Replace(string path, IReadOnlyList<string> lines) => problems[path] = lines;

    /// <summary>True once for each file that is to be read again.</summary>
    public bool TakeToReadAgain(string path) => toReadAgain.Remove(path);

    public SeedReport Report(string folder, int total) =>
        new(
            folder,
            total,
            added,
            updated,
            Math.Max(0, total - added - updated),
            withdrawn,
            twins,
            [.. folderProblems, .. problems.SelectMany(p => p.Value.Select(line => new SeedProblem(p.Key, line)))]
        );
}
