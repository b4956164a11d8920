namespace Bot.Core.Articles.Seeds;

/// <summary>What a look into the folder of seeds brought.</summary>
/// <param name="Folder">Its full path.</param>
/// <param name="Total">How many articles the desk has now.</param>
/// <param name="Twins">Copies of articles that the desk has under another name.</param>
/// <param name="Problems">All that stands now, old ones too.</param>
public sealed record SeedReport(
    string Folder,
    int Total,
    int Added,
    int Updated,
    int Unchanged,
    int Withdrawn,
    int Twins,
    IReadOnlyList<SeedProblem> Problems
)
{
    public bool HasChanges => Added + Updated + Withdrawn > 0;
}
