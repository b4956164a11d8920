using System.CommandLine;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Feeds.Following;
using Bot.Core.Moving;
using Bot.Core.Places;
using Bot.Hosting;

namespace Bot.Verbs;

/// <summary><c>export FILE</c>: what is set and planned in one place, or as <c>FILE.opml</c> its feeds for other programs that read news.</summary>
internal static class ExportVerb
{
    public static Command Create(IReadOnlyDictionary<string, string?> given) =>
        PlaceFile.Verb(
            "export",
            "Write what is set and planned in one place to a file, or its feeds.",
            "Where to write to; the ending says what: FILE.json has all that is set and planned, FILE.opml the feeds.",
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
        return PlaceFile.IsOpml(file)
            ? await WriteFeedsAsync(desk, place, file, cancellation)
            : await WritePlaceAsync(desk, place, file, cancellation);
    }

    private static async Task<int> WritePlaceAsync(
        ServiceProvider desk,
        Destination place,
        string file,
        CancellationToken cancellation
    )
    {
        var packed = await desk.GetRequiredService<Packer>().PackAsync(place, cancellation);
        if (!await PlaceFile.WriteAsync(file, packed.ToBytes(), cancellation))
            return ExitCodes.Failed;
        Console.WriteLine(
            $"All that is set and planned in {place.Chat} written to {file}: {PlaceFile.Count(packed.Feeds?.Count ?? 0, "feed")}, "
                + $"{PlaceFile.Count(packed.Filters?.Count ?? 0, "filter")}, "
                + $"{PlaceFile.Count(packed.Topics?.DistinctBy(t => t?.Name).Count() ?? 0, "topic")}, "
                + $"{PlaceFile.Count(packed.Digests?.Count ?? 0, "digest")}."
        );
        foreach (var digest in packed.LeftOut)
            Console.WriteLine($"“{digest}” is not in it: this machine does not know its time zone.");
        return ExitCodes.Success;
    }

    private static async Task<int> WriteFeedsAsync(
        ServiceProvider desk,
        Destination place,
        string file,
        CancellationToken cancellation
    )
    {
        var followed = await desk.GetRequiredService<FeedBook>().OfAsync(place, cancellation);
        if (followed.Count == 0)
        {
            await Console.Error.WriteLineAsync($"No feed is followed in {place}: nothing was written.");
            return ExitCodes.Failed;
        }

        var title = await desk.GetRequiredService<PlaceBook>().PublicTitleOfAsync(place, cancellation);
        var opml = FeedList.ToOpml(
            followed,
            title.Length > 0 ? title : "Byline",
            desk.GetRequiredService<TimeProvider>().GetUtcNow()
        );
        if (!await PlaceFile.WriteAsync(file, Encoding.UTF8.GetBytes(opml), cancellation))
            return ExitCodes.Failed;
        Console.WriteLine($"{PlaceFile.Count(followed.Count, "feed")} of {place} written to {file}.");
        return ExitCodes.Success;
    }
}
