using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;

namespace Bot.Verbs;

/// <summary><c>analyze [FILE]</c>: reads articles as JSON Lines and writes what was understood of each.</summary>
internal static class AnalyzeVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            DefaultValueFactory = _ => "-",
            Description = "JSON Lines of {\"id\",\"text\",\"title\"?}, or - for standard input.",
        };
        var sentences = new Option<int>("--summary-sentences")
        {
            DefaultValueFactory = _ => 3,
            Description = "How many sentences a summary has.",
        };
        var jobs = new Option<int>("--jobs")
        {
            DefaultValueFactory = _ => Environment.ProcessorCount,
            Description = "How many texts are read at once.",
        };
        var verb = new Command(
            "analyze",
            "Read articles: sentences, summary, quotations, names and keywords of each, a JSON line a text."
        )
        {
            file,
            sentences,
            jobs,
        };
        jobs.Validators.Add(AtLeastOne);
        sentences.Validators.Add(AtLeastOne);
        verb.SetAction(
            (parsed, cancellation) =>
                AnalyzeAsync(parsed.GetValue(file)!, parsed.GetValue(jobs), parsed.GetValue(sentences), cancellation)
        );
        return verb;
    }

    private static async Task<int> AnalyzeAsync(string path, int jobs, int sentences, CancellationToken cancellation)
    {
        if (await OpenAsync(path) is not { } articles)
            return ExitCodes.Failed;

        using var input = new StreamReader(articles, Encoding.UTF8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var progress = new ProgressLine("texts read", TimeProvider.System);
        await BulkLines.RunAsync(
            input,
            output,
            jobs,
            (number, line) => AnalyzeLines.Answer(number, line, sentences),
            progress.Tell,
            cancellation
        );
        progress.End();
        return ExitCodes.Success;
    }

    /// <returns>Null where the file cannot be opened; the reader has been told then.</returns>
    private static async Task<Stream?> OpenAsync(string path)
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

    private static void AtLeastOne(OptionResult option)
    {
        if (
            option.Tokens is [{ Value: var value }]
            && int.TryParse(value, CultureInfo.InvariantCulture, out var number)
            && number < 1
        )
            option.AddError($"{option.Option.Name} takes a number from 1, not {value}.");
    }
}
