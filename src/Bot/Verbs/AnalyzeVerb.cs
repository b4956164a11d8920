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
        if (path != "-" && !File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file “{path}”.");
            return ExitCodes.Failed;
        }

        using var input = new StreamReader(
            path == "-" ? Console.OpenStandardInput() : File.OpenRead(path),
            Encoding.UTF8
        );
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
