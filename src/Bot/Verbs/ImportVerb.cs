using System.CommandLine;
using Bot.Core.Chat;
using Bot.Core.Feeds;
using Bot.Core.Feeds.Following;
using Bot.Core.Feeds.Reading;
using Bot.Hosting;

namespace Bot.Verbs;

/// <summary><c>import FILE.opml</c>: one place follows the feeds that the file lists. What a <c>FILE.json</c> has, <see cref="PlaceImport"/> takes.</summary>
internal static class ImportVerb
{
    /// <summary>Who has added them: the person at the machine.</summary>
    private const string By = "terminal:import";

    public static Command Create(IReadOnlyDictionary<string, string?> given) =>
        PlaceFile.Verb(
            "import",
            "Take what export has written into one place, or follow the feeds of a list.",
            "What to read; the ending says what it is: FILE.json is what export wrote, FILE.opml lists feeds.",
            given,
            (settings, place, file, cancellation) =>
                PlaceFile.IsOpml(file)
                    ? ReadFeedsAsync(settings, place, file, cancellation)
                    : PlaceImport.ReadAsync(settings, place, file, By, cancellation)
        );

    private static async Task<int> ReadFeedsAsync(
        Settings settings,
        Destination place,
        string file,
        CancellationToken cancellation
    )
    {
        var (feeds, wrong) = Listed(file);
        if (feeds is null)
        {
            await Console.Error.WriteLineAsync(wrong);
            return ExitCodes.Failed;
        }

        await using var desk = await PlaceFile.OpenDeskAsync(settings, cancellation);
        var orders = ListedOrders.Of(feeds, place, By);
        var outcomes = await desk.GetRequiredService<FeedBook>().FollowAsync(orders, cancellation);
        Console.WriteLine($"{file} lists {PlaceFile.Count(feeds.Count, "feed")}.");
        Tell(outcomes, FollowOutcome.Followed, $"are followed in {place} now; the bot reads them within minutes.");
        Tell(outcomes, FollowOutcome.AlreadyFollowed, "were followed already.");
        Tell(outcomes, FollowOutcome.ChatIsFull, $"were left out: a place follows {FeedBook.MostInChat} at most.");
        Tell(outcomes, FollowOutcome.OwnerIsFull, $"were left out: one person adds {FeedBook.MostOfOwner} at most.");
        if (feeds.Count > orders.Count)
            Console.WriteLine($"{feeds.Count - orders.Count} have no web address, or one that is there twice.");
        return ExitCodes.Success;
    }

    private static void Tell(IReadOnlyList<FollowOutcome> outcomes, FollowOutcome outcome, string words)
    {
        if (outcomes.Count(o => o == outcome) is > 0 and var count)
            Console.WriteLine($"{count} {words}");
    }

    /// <returns>The feeds, or what is wrong with the file.</returns>
    private static (IReadOnlyList<ListedFeed>? Feeds, string? Wrong) Listed(string file) =>
        new FileRequest(file, Url: null, ContentType: null).ReadBytes(FeedReader.MostBytes, out var problem)
            is not { } bytes
            ? (null, $"{file} cannot be read: {problem}")
            : FeedReader.Read(bytes, new FeedSource()) switch
            {
                FeedReading.Read { Document: { Format: FeedFormat.Opml } list } => (list.Feeds, null),
                FeedReading.Failed failed => (null, $"{file} is no OPML: {failed.Problem}"),
                _ => (null, $"{file} is no OPML: no list of feeds stands in it."),
            };
}
