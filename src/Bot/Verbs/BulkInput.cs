namespace Bot.Verbs;

/// <summary>Opens what a bulk verb reads.</summary>
internal static class BulkInput
{
    /// <param name="path">A file, or "-" for standard input.</param>
    /// <returns>Null where the file cannot be opened; the reader has been told then.</returns>
    public static async Task<Stream?> OpenAsync(string path)
    {
        if (path == "-")
            return Console.OpenStandardInput();
        string wrong;
        try
        {
            return File.OpenRead(path);
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            wrong = $"“{path}” is a folder. Name a file of JSON Lines in it.";
        }
        catch (UnauthorizedAccessException)
        {
            wrong = $"“{path}” cannot be opened. Let this user read it.";
        }
        catch (Exception missing)
            when (missing is FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            wrong = $"There is no file “{path}”.";
        }
        catch (IOException)
        {
            wrong = $"“{path}” cannot be read. Check the disk, or whether another program holds the file.";
        }

        await Console.Error.WriteLineAsync(wrong);
        return null;
    }
}
