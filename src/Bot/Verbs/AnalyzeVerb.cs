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
        var jobs = BulkOptions.Jobs("How many texts are read at once.");
        var verb = new Command(
            "analyze",
            "Read articles: sentences, summary, quotations, names and keywords of each, a JSON line a text."
        )
        {
            file,
            sentences,
            jobs,
        };
        sentences.Validators.Add(BulkOptions.AtLeastOne);
        verb.SetAction(
            (parsed, cancellation) =>
                AnalyzeAsync(parsed.GetValue(file)!, parsed.GetValue(jobs), parsed.GetValue(sentences), cancellation)
        );
        return verb;
    }

    private static async Task<int> AnalyzeAsync(string path, int jobs, int sentences, CancellationToken cancellation)
    {
        if (await BulkOptions.OpenAsync(path) is not { } articles)
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
}
