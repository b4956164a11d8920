using System.CommandLine;
using Bot.Core.Chat;
using Bot.Core.Feeds.Following;
using Bot.Core.Places;
using Bot.Hosting;

namespace Bot.Verbs;

/// <summary><c>export FILE.opml</c>: the feeds of one place, for other programs that read news.</summary>
internal static class ExportVerb
{
    public static Command Create(IReadOnlyDictionary<string, string?> given) =>
        PlaceFile.Verb(
            "export",
            "Write the feeds of one place to a file.",
            "Where to write to; the ending says what: FILE.opml has the feeds.",
            given,
            WriteAsync
        );

    private static async Task<int> WriteAsync(
        Settings settings,
        Destination place,
        string file,
        CancellationToken cancellation
    )
    {
        await using var desk = await PlaceFile.OpenDeskAsync(settings, cancellation);
        var followed = await desk.GetRequiredService<FeedBook>().OfAsync(place, cancellation);
        if (followed.Count == 0)
        {
            await Console.Error.WriteLineAsync($"No feed is followed in {place}: nothing was written.");
            return ExitCodes.Failed;
        }

        var title = await desk.GetRequiredService<PlaceBook>().TitleOfAsync(place, cancellation);
        var opml = FeedList.ToOpml(
            followed,
            title.Length > 0 ? title : "Byline",
            desk.GetRequiredService<TimeProvider>().GetUtcNow()
        );
        try
        {
            await File.WriteAllTextAsync(file, opml, cancellation);
        }
        catch (Exception closed) when (closed is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{file} cannot be written: {closed.Message}");
            return ExitCodes.Failed;
        }

        Console.WriteLine($"{PlaceFile.Feeds(followed.Count)} of {place} written to {file}.");
        return ExitCodes.Success;
    }
}
