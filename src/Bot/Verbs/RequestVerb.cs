using System.CommandLine;

namespace Bot.Verbs;

/// <summary>A verb that reads <c>--requests FILE</c>, a line a file, and answers each in its place.</summary>
internal static class RequestVerb
{
    /// <param name="what">What is counted while it works: "feeds read".</param>
    /// <param name="answer">One line in, with its one-based number; one line out. Must not throw for a bad line.</param>
    public static Command Create(string name, string description, string what, Func<int, string, string> answer)
    {
        var requests = new Option<string>("--requests")
        {
            Required = true,
            HelpName = "FILE",
            Description = "JSON Lines of {\"file\",\"url\"?,\"headers\"?}, or - for standard input.",
        };
        var jobs = BulkOptions.Jobs("How many files are read at once.");
        var verb = new Command(name, description) { requests, jobs };
        verb.SetAction(
            (parsed, cancellation) =>
                BulkLines.RunFileAsync(
                    parsed.GetValue(requests)!, // it is required
                    parsed.GetValue(jobs),
                    answer,
                    written => written,
                    what,
                    cancellation
                )
        );
        return verb;
    }
}
