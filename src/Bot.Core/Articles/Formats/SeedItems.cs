namespace Bot.Core.Articles.Formats;

/// <summary>The articles of a file that holds many, and what is wrong with the others.</summary>
internal sealed class SeedItems
{
    private const int MostProblems = 20;

    private readonly List<ArticleCopy> copies = [];
    private readonly List<string> problems = [];

    /// <param name="name">The file, and where in it.</param>
    public void Add(string name, JsonArticle read)
    {
        problems.AddRange(read.Faults.Select(fault => $"{name} {fault}"));
        if (read.Copy is null)
            return;
        var (copy, problem) = read.Copy.ToArticle(name);
        if (copy is not null)
            copies.Add(copy);
        if (problem is not null)
            problems.Add(problem);
    }

    public SeedReading ToReading(string path)
    {
        if (copies.Count == 0 && problems.Count == 0)
            return SeedReading.Failed($"{path} is empty. Put an article into it, or remove it.");
        if (problems.Count > MostProblems)
        {
            var more = problems.Count - MostProblems;
            problems.RemoveRange(MostProblems, more);
            problems.Add($"{path} has {more} more bad items. Mend the first and look again.");
        }

        // A file of which nothing can be read keeps what was read of it before.
        return new SeedReading(copies.Count == 0 ? null : copies, problems);
    }
}
