using System.CommandLine;
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
        verb.SetAction(
            async (parsed, cancellation) =>
            {
                var path = parsed.GetValue(file)!;
                if (path != "-" && !File.Exists(path))
                {
                    await Console.Error.WriteLineAsync($"There is no file “{path}”.");
                    return ExitCodes.Failed;
                }

                using var input =
                    path == "-"
                        ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8)
                        : new StreamReader(path, Encoding.UTF8);
                await using var output = new StreamWriter(
                    Console.OpenStandardOutput(),
                    new UTF8Encoding(false),
                    1 << 16
                );
                var count = parsed.GetValue(sentences);
                await BulkLines.RunAsync(
                    input,
                    output,
                    parsed.GetValue(jobs),
                    (n, line) => AnalyzeLines.Answer(n, line, count),
                    _ => { },
                    cancellation
                );
                return ExitCodes.Success;
            }
        );
        return verb;
    }
}
