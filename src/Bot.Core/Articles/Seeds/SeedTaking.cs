using System.Security.Cryptography;

namespace Bot.Core.Articles.Seeds;

/// <summary>One file read from disk.</summary>
/// <param name="Copies">Null where the file is as it was, or cannot be read: what the desk has of it stays.</param>
/// <param name="State">Null where it could not be opened, so that the next look tries again.</param>
internal sealed record SeedTaking(
    SeedFile File,
    IReadOnlyList<ArticleCopy>? Copies,
    SeedState? State,
    IReadOnlyList<string> Problems
)
{
    private const long LargestFile = 5 * 1024 * 1024;

    public static async Task<SeedTaking> ReadAsync(SeedFile file, SeedState? last, CancellationToken cancellation)
    {
        if (file.Size > LargestFile)
            return Of(
                file,
                "",
                SeedReading.Failed(
                    $"{file.Path} has {file.Size / 1048576.0:0.0} MB; an article may have 5. Split it, or take it out."
                )
            );
        byte[] bytes;
        try
        {
            bytes = await System.IO.File.ReadAllBytesAsync(file.FullPath, cancellation);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return new SeedTaking(file, null, null, [$"{file.Path} cannot be opened. Let this user read it."]);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (last is not null && last.Hash == hash && last.Reader == SeedFormats.Version)
            return new SeedTaking(
                file,
                null,
                last with
                {
                    Size = file.Size,
                    Modified = file.Modified,
                },
                last.ProblemLines
            );
        return Of(file, hash, SeedFormats.Read(file.Path, bytes));
    }

    private static SeedTaking Of(SeedFile file, string hash, SeedReading reading) =>
        new(
            file,
            reading.Copies,
            new SeedState(
                file.Path,
                file.Size,
                file.Modified,
                hash,
                SeedFormats.Version,
                string.Join('\n', reading.Problems)
            ),
            reading.Problems
        );
}
