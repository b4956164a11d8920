using System.Globalization;
using System.Security.Cryptography;
using Bot.Core.Articles.Charsets;
using Bot.Core.Articles.Formats;
using Bot.Core.Articles.Headlines;

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
    private const double BytesPerMegabyte = 1024 * 1024;

    public static async Task<SeedTaking> ReadAsync(SeedFile file, SeedState? last, CancellationToken cancellation)
    {
        if (SeedFormats.Find(file.Path) is not { } format)
            return new SeedTaking(file, null, null, []);
        if (file.Size > format.LargestFile)
            return Of(file, "", SeedReading.Failed(TooLarge(file, format)));
        byte[] bytes;
        try
        {
            bytes = await System.IO.File.ReadAllBytesAsync(file.FullPath, cancellation);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            return new SeedTaking(
                file,
                null,
                null,
                [$"{file.Path} cannot be opened. Let this user read it; what was read of it before stays."]
            );
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        return last is not null && last.Hash == hash && last.Reader == SeedFormats.Version
            ? new SeedTaking(file, null, last with { Size = file.Size, Modified = file.Modified }, last.ProblemLines)
            : Of(file, hash, Read(file.Path, bytes, format));
    }

    /// <summary>A file that breaks its reader is a bad file like others: the rest goes on.</summary>
    private static SeedReading Read(string path, byte[] bytes, SeedFormat format)
    {
        if (bytes.Length == 0)
            return SeedReading.Failed($"{path} is empty. Put an article into it, or remove it.");
        var looks = Binaries.Name(bytes);
        if (looks is not null || TextDecoder.Decode(bytes, format.FindCharset?.Invoke(bytes)) is not { } text)
            return SeedReading.Failed(
                $"{path} is no text; it looks like {looks ?? "a program's own data"}. Save the article's words as a text file, or take it out."
            );
        try
        {
            return format.Read(path, text);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return SeedReading.Failed(
                $"{path} cannot be read ({broken.GetType().Name}: {OneLine.Of(broken.Message)}). Save the article's words as a text file, or take it out."
            );
        }
    }

    private static string TooLarge(SeedFile file, SeedFormat format) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{file.Path} has {file.Size / BytesPerMegabyte:0.0} MB; such a file may have {format.LargestFile / BytesPerMegabyte:0}. Split it, or take it out."
        );

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
