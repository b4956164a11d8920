using System.CommandLine;
using Bot.Verbs;

var (rest, settings) = SettingsArguments.Split(args);
var root = new RootCommand("Byline reads the news and answers where people talk: who said what, and what happened.")
{
    AskVerb.Create(settings),
    AnalyzeVerb.Create(),
    StoriesVerb.Create(),
    RequestVerb.Create(
        "parse-feeds",
        "Read feeds of any format, or lists of feeds: title, link and entries of each, a JSON line a file.",
        "feeds read",
        FeedLines.Answer
    ),
    RequestVerb.Create(
        "extract",
        "Find the article in web pages: title, byline, date and text of each, a JSON line a file.",
        "pages read",
        PageLines.Answer
    ),
    CheckVerb.Create(settings),
    ExportVerb.Create(settings),
    ImportVerb.Create(settings),
    MigrateVerb.Create(settings),
};
RunVerb.AddTo(root, settings);

var parsed = root.Parse(rest);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
        await Console.Error.WriteLineAsync(error.Message);
    await Console.Error.WriteLineAsync("See bot --help.");
    return ExitCodes.WrongUsage;
}

return await VerbGuard.RunAsync(cancellation =>
    parsed.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
        cancellation
    )
);
