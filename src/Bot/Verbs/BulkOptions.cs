using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Bot.Verbs;

/// <summary>What the verbs share that read many lines.</summary>
internal static class BulkOptions
{
    public static Option<int> Jobs(string description)
    {
        var jobs = new Option<int>("--jobs")
        {
            DefaultValueFactory = _ => Environment.ProcessorCount,
            Description = description,
        };
        jobs.Validators.Add(AtLeastOne);
        return jobs;
    }

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

    public static void AtLeastOne(OptionResult option)
    {
        if (
            option.Tokens is [{ Value: var value }]
            && int.TryParse(value, CultureInfo.InvariantCulture, out var number)
            && number < 1
        )
            option.AddError($"{option.Option.Name} takes a number from 1, not {value}.");
    }
}
