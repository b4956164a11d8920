using System.CommandLine;

namespace Bot.Verbs;

/// <summary><c>stories [FILE]</c>: reads articles as JSON Lines in time order and writes which of them tell of one event.</summary>
internal static class StoriesVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            DefaultValueFactory = _ => "-",
            Description =
                "JSON Lines of {\"id\",\"text\",\"title\"?,\"source\"?,\"published\"?} in time order, or - for standard input.",
        };
        var jobs = BulkOptions.Jobs("How many texts are read at once.");
        var details = new Option<bool>("--details")
        {
            Description =
                "Add \"relation\" (first, report, update, rewrite or copy), \"of\" (the earlier article's id) and \"new\" (spans of what the story had not said).",
        };
        var verb = new Command(
            "stories",
            "Put articles of one event together as they arrive: a JSON line {\"id\",\"story\"} an article, which no later one changes."
        )
        {
            file,
            jobs,
            details,
        };
        verb.SetAction(
            (parsed, cancellation) =>
            {
                var lines = new StoryLines(parsed.GetValue(details));
                return BulkLines.RunFileAsync(
                    parsed.GetValue(file)!, // it has a default
                    parsed.GetValue(jobs),
                    StoryLines.Read,
                    lines.Answer,
                    "articles read",
                    cancellation
                );
            }
        );
        return verb;
    }
}
