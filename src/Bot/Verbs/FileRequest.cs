using System.Text.Json;
using Bot.Core.Articles.Formats;

namespace Bot.Verbs;

/// <summary>A file that lies somewhere as if it had been fetched: <c>{"file","url"?,"headers"?}</c>.</summary>
/// <param name="ContentType">The header's value.</param>
internal sealed record FileRequest(string File, Uri? Url, string? ContentType)
{
    /// <returns>Either the request or what is wrong with the line.</returns>
    public static (FileRequest? Request, string? Problem) Read(string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object)
                return (null, "the line is not a JSON object");
            if (Text(root, "file") is not { Length: > 0 } file)
                return (null, "“file” is missing or is not a string");
            var url = Uri.TryCreate(Text(root, "url"), UriKind.Absolute, out var given) && !given.IsFile ? given : null;
            return (new FileRequest(file, url, Header(root, "content-type")), null);
        }
        catch (JsonException broken)
        {
            return (null, $"not JSON: {JsonFault.InLine(broken)}");
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader's answer to a lone surrogate in an escape.
            return (null, "the line has half of a surrogate pair");
        }
    }

    /// <param name="most">How many bytes are read at most.</param>
    /// <returns>Null where the file cannot be read, or is larger; then the problem says why.</returns>
    public byte[]? ReadBytes(int most, out string? problem)
    {
        problem = null;
        try
        {
            using var file = System.IO.File.OpenRead(File);
            var length = file.CanSeek ? file.Length : 0;
            if (length <= most && ReadAll(file, (int)length, most) is { } bytes)
                return bytes;
            problem =
                length > most
                    ? $"The file has {length} bytes; at most {most} are read."
                    : $"The file has more than {most} bytes, and no more are read.";
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(File))
        {
            problem = "This is a folder, not a file.";
        }
        catch (UnauthorizedAccessException)
        {
            problem = "The file cannot be opened. Let this user read it.";
        }
        catch (Exception missing)
            when (missing
                    is FileNotFoundException
                        or DirectoryNotFoundException
                        or ArgumentException
                        or NotSupportedException
            )
        {
            problem = Directory.Exists(File) ? "This is a folder, not a file." : "There is no such file.";
        }
        catch (IOException)
        {
            problem = "The file cannot be read. Check the disk, or whether another program holds it.";
        }

        return null;
    }

    /// <summary>A device or a pipe says that it has no bytes, and may have them without end.</summary>
    /// <returns>Null where there are more than that.</returns>
    private static byte[]? ReadAll(FileStream file, int expected, int most)
    {
        // One more than is expected: where it stays empty, that was all.
        var bytes = new byte[expected + 1];
        var count = 0;
        while (file.Read(bytes, count, bytes.Length - count) is > 0 and var step)
        {
            count += step;
            if (count > most)
                return null;
            if (count == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(most + 1L, Math.Max(4096L, bytes.Length * 2L)));
        }

        Array.Resize(ref bytes, count);
        return bytes;
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string? Header(JsonElement from, string name)
    {
        if (!from.TryGetProperty("headers", out var headers) || headers.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var header in headers.EnumerateObject())
        {
            if (
                header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
                && header.Value.ValueKind == JsonValueKind.String
            )
                return header.Value.GetString();
        }

        return null;
    }
}
