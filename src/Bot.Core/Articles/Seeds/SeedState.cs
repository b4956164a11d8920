using Bot.Core.Articles.Formats;

namespace Bot.Core.Articles.Seeds;

/// <summary>A seed file as it was when it was last read.</summary>
/// <param name="Hash">SHA-256 of its bytes.</param>
/// <param name="Reader">The <see cref="SeedFormats.Version"/> that read it.</param>
/// <param name="Problems">One a line.</param>
internal sealed record SeedState(string Path, long Size, long Modified, string Hash, long Reader, string Problems)
{
    public bool IsOf(SeedFile file) => Size == file.Size && Modified == file.Modified && Reader == SeedFormats.Version;

    public IReadOnlyList<string> ProblemLines => Problems.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
