using System.CommandLine;
using System.Text;

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
                RunAsync(parsed.GetValue(requests)!, parsed.GetValue(jobs), what, answer, cancellation)
        );
        return verb;
    }

    private static async Task<int> RunAsync(
        string path,
        int jobs,
        string what,
        Func<int, string, string> answer,
        CancellationToken cancellation
    )
    {
        if (await BulkOptions.OpenAsync(path) is not { } lines)
            return ExitCodes.Failed;

        using var input = new StreamReader(lines, Encoding.UTF8);
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        var progress = new ProgressLine(what, TimeProvider.System);
        await BulkLines.RunAsync(input, output, jobs, answer, progress.Tell, cancellation);
        progress.End();
        return ExitCodes.Success;
    }
}
