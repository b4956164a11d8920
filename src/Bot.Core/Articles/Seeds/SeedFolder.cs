using Bot.Core.Articles.Formats;

namespace Bot.Core.Articles.Seeds;

/// <summary>Looks for seed files in a folder and its sub-folders; a link may point nowhere outside.</summary>
internal sealed class SeedFolder(string folder)
{
    private static readonly EnumerationOptions Everything = new()
    {
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = false,
    };

    public string FullPath { get; } = Path.GetFullPath(folder);

    /// <returns>The files by path, and what stood in the way; files are null where the folder itself cannot be looked into.</returns>
    public (IReadOnlyList<SeedFile>? Files, IReadOnlyList<SeedProblem> Problems) Look()
    {
        if (!Directory.Exists(FullPath))
        {
            var what = File.Exists(FullPath) ? "is a file, not a folder" : "is not there";
            return (
                null,
                [
                    new(
                        "",
                        $"The folder of seeds {FullPath} {what}. Make it and put articles into it, or name another in Seeds:Folder."
                    ),
                ]
            );
        }

        var files = new List<SeedFile>();
        var problems = new List<SeedProblem>();
        var folders = new Stack<string>([FullPath]);
        while (folders.TryPop(out var next))
        {
            try
            {
                foreach (var entry in new DirectoryInfo(next).EnumerateFileSystemInfos("*", Everything))
                    Add(entry, files, folders, problems);
            }
            catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
            {
                problems.Add(
                    new(
                        Relative(next),
                        $"The folder {next} cannot be looked into. Let this user read it; what was read from it before stays."
                    )
                );
                if (next == FullPath)
                    return (null, problems);
            }
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return (files, problems);
    }

    private void Add(FileSystemInfo entry, List<SeedFile> files, Stack<string> folders, List<SeedProblem> problems)
    {
        if (entry.Name[0] is '.' or '~' or '#')
            return;
        var isLink = entry.LinkTarget is not null;
        if (entry is DirectoryInfo)
        {
            // A linked folder is not followed: it may lead outside, or round in a circle.
            if (!isLink)
                folders.Push(entry.FullName);
            return;
        }

        if (SeedFormats.Find(entry.Name) is null)
            return;
        var path = Relative(entry.FullName);
        var file = (FileInfo)entry;
        if (isLink)
        {
            if (
                entry.ResolveLinkTarget(returnFinalTarget: true) is not FileInfo { Exists: true } target
                || !IsInside(target)
            )
            {
                problems.Add(
                    new(
                        path,
                        $"{path} is a link that leads out of the folder and is not read. Put the file itself there."
                    )
                );
                return;
            }

            file = target;
        }

        files.Add(new SeedFile(path, entry.FullName, file.Length, file.LastWriteTimeUtc.Ticks));
    }

    private bool IsInside(FileInfo target)
    {
        var root = new DirectoryInfo(FullPath).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? FullPath;
        return target.FullName.StartsWith(
            root.TrimEnd('/', '\\') + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );
    }

    private string Relative(string path) => Path.GetRelativePath(FullPath, path).Replace('\\', '/');
}
