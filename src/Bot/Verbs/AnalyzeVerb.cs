using System.CommandLine;

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
                BulkLines.RunFileAsync(
                    parsed.GetValue(file)!, // it has a default
                    parsed.GetValue(jobs),
                    (number, line) => AnalyzeLines.Answer(number, line, parsed.GetValue(sentences)),
                    answer => answer,
                    "texts read",
                    cancellation
                )
        );
        return verb;
    }
}
