using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Places;
using Bot.Core.Texts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands.Reception;

/// <summary>
/// Tells in private and once that what was planned in a place cannot be posted: the person who let the bot in; where
/// nobody is known, those who planned it.
/// </summary>
public sealed partial class PauseNotices(
    DestinationBook destinations,
    DigestBook digests,
    PlaceBook places,
    Phrasebook phrasebook,
    IEnumerable<IChatPlatform> platforms,
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
            var notices = new List<Post>();
            // Where nothing is planned, nobody misses anything; and nobody is told that they have blocked us.
            foreach (var (reader, theirs) in await ReadersAsync(paused, planned, cancellation))
            {
                if (reader.Chat != paused.Destination.Chat)
                    notices.Add(new Post(reader, await NoticeAsync(paused, reader, theirs, cancellation), Key: ""));
            }

            if (await destinations.ToldAsync(paused, notices, cancellation) && notices.Count > 0)
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

    private async Task<IReadOnlyList<(Destination Reader, List<PlannedDigest> Theirs)>> ReadersAsync(
        PausedDestination paused,
        List<PlannedDigest> planned,
        CancellationToken cancellation
    )
    {
        if (planned.Count > 0 && await places.OwnerOfAsync(paused.Destination, cancellation) is { } owner)
            return [(owner, planned)];
        return
        [
            .. planned
                .GroupBy(d => PrivatePlaceOf(d.MadeBy))
                .Where(g => g.Key is not null)
                .Select(g => (g.Key.GetValueOrDefault(), g.ToList())),
        ];
    }

    private Destination? PrivatePlaceOf(string? maker) =>
        maker?.Split(':', 2) is [var name, var person]
            ? platforms.FirstOrDefault(p => p.Name == name)?.PrivatePlaceOf(person)
            : null;

    private async Task<Reply> NoticeAsync(
        PausedDestination paused,
        Destination reader,
        List<PlannedDigest> planned,
        CancellationToken cancellation
    )
    {
        var language =
            await places.LanguageOfAsync(reader, cancellation)
            ?? await places.LanguageOfAsync(paused.Destination, cancellation);
        var edition = phrasebook.In(language ?? CultureInfo.InvariantCulture);
        var title = new Strong(await TitleAsync(paused.Destination, cancellation));
        return new Reply([
            new ParagraphBlock(edition.Line("pause.told", ("title", title), ("why", paused.Why))),
            new ParagraphBlock(
                edition.Line(
                    "pause.kept",
                    ("count", planned.Count),
                    ("digests", string.Join(", ", planned.Select(d => edition.InMarks(d.Name))))
                )
            ),
        ]);
    }

    /// <summary>"News lovers"; "#news (News lovers)" for a place within it that has a name of its own.</summary>
    private async Task<string> TitleAsync(Destination place, CancellationToken cancellation)
    {
        var own = await places.TitleOfAsync(place, cancellation);
        var chat = await places.TitleOfAsync(place.Chat, cancellation);
        return own.Length == 0 ? place.ToString()
            : chat.Length == 0 || chat == own ? own
            : $"{own} ({chat})";
    }

    [LoggerMessage(330, LogLevel.Error, "Whom to tell of a paused place could not be found out")]
    private partial void LogBroken(Exception broken);
}
