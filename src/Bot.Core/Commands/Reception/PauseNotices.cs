using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Places;
using Bot.Core.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands.Reception;

/// <summary>Tells the person who let the bot into a place, in private and once, that what was planned there cannot be posted.</summary>
public sealed partial class PauseNotices(
    DestinationBook destinations,
    DigestBook digests,
    PlaceBook places,
    Phrasebook phrasebook,
    DeliveryBell bell,
    TimeProvider time,
    ILogger<PauseNotices> log
) : BackgroundService
{
    /// <summary>Another process may pause a place too.</summary>
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>Tells of every pause that nobody was told of yet.</summary>
    public async Task TellAsync(CancellationToken cancellation)
    {
        var untold = await destinations.UntoldAsync(cancellation);
        if (untold.Count == 0)
            return;
        var plan = await digests.ReadAsync(cancellation);
        foreach (var paused in untold)
        {
            var planned = plan.Digests.Where(d => paused.Covers(d.Destination)).ToList();
            var place = await places.FindAsync(paused.Destination, cancellation);
            // Where nothing is planned, nobody misses anything; and nobody is told that they have blocked us.
            var notice =
                planned.Count > 0 && place?.Owner is { } owner && owner.Chat != paused.Destination.Chat
                    ? new Post(owner, await NoticeAsync(paused, place, planned, cancellation), Key: "")
                    : null;
            await destinations.ToldAsync(paused, notice, cancellation);
            if (notice is not null)
                bell.Ring();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = destinations.Paused;
            try
            {
                await TellAsync(stoppingToken);
            }
            catch (Exception broken) when (!stoppingToken.IsCancellationRequested)
            {
                LogBroken(broken);
            }

            await Task.WhenAny(changed, Task.Delay(BetweenLooks, time, stoppingToken));
        }
    }

    private async Task<Reply> NoticeAsync(
        PausedDestination paused,
        KnownPlace place,
        List<PlannedDigest> planned,
        CancellationToken cancellation
    )
    {
        var language = await places.LanguageOfAsync(place.Owner.GetValueOrDefault(), cancellation);
        var edition = phrasebook.In(language ?? CultureInfo.InvariantCulture);
        var title = place.Title.Length > 0 ? place.Title : paused.Destination.ToString();
        return new Reply([
            new ParagraphBlock(edition.Line("pause.told", ("title", new Strong(title)), ("why", paused.Why))),
            new ParagraphBlock(
                edition.Line(
                    "pause.kept",
                    ("count", planned.Count),
                    ("digests", string.Join(", ", planned.Select(d => edition.InMarks(d.Name))))
                )
            ),
        ]);
    }

    [LoggerMessage(330, LogLevel.Error, "Whom to tell of a paused place could not be found out")]
    private partial void LogBroken(Exception broken);
}
