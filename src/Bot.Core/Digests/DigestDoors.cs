using System.Collections.Concurrent;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Digests;

/// <summary>Says of places whether a digest can go there now, and what is in its way.</summary>
public sealed partial class DigestDoors(
    Outbox outbox,
    DestinationBook destinations,
    Courier courier,
    ILogger<DigestDoors> log
)
{
    /// <summary>A platform is asked about so many closed places at once.</summary>
    private const int KnocksAtOnce = 8;

    /// <summary>Opens the place again where the platform says that nothing is in the way any more.</summary>
    /// <returns>Null where it is open.</returns>
    public async Task<DigestOutcome.Held?> OpenAsync(Destination place, CancellationToken cancellation)
    {
        if (!courier.Serves(place))
            return new DigestOutcome.Held(place, HeldBy.Platform);
        return
            await destinations.FindPauseAsync(place, cancellation) is { } pause
            && !await courier.TryResumeAsync(place, cancellation)
            ? new DigestOutcome.Held(place, HeldBy.Pause, pause.Why)
            : null;
    }

    /// <returns>What holds digests to the places back, without asking a platform; open ones are not in it.</returns>
    internal async Task<IReadOnlyDictionary<Destination, DigestOutcome.Held>> HeldAsync(
        IReadOnlyCollection<Destination> places,
        CancellationToken cancellation
    )
    {
        var paused = (await destinations.PausedAsync(cancellation)).ToLookup(p => p.Destination);
        var queued = await outbox.WithOpenAsync(places, cancellation);
        return places.Select(HeldIn).OfType<DigestOutcome.Held>().ToDictionary(h => h.Destination);

        DigestOutcome.Held? HeldIn(Destination place)
        {
            if (!courier.Serves(place))
                return new DigestOutcome.Held(place, HeldBy.Platform);
            if (paused[place].Concat(paused[place.Chat]).FirstOrDefault(p => p.Covers(place)) is { } pause)
                return new DigestOutcome.Held(place, HeldBy.Pause, pause.Why);
            return queued.Contains(place) ? new DigestOutcome.Held(place, HeldBy.Queue) : null;
        }
    }

    /// <returns>Those of the paused places that their platform has open again.</returns>
    internal async Task<IReadOnlyCollection<Destination>> ReopenedAsync(
        IEnumerable<Destination> paused,
        CancellationToken cancellation
    )
    {
        var open = new ConcurrentBag<Destination>();
        await Parallel.ForEachAsync(
            paused.Distinct(),
            new ParallelOptions { MaxDegreeOfParallelism = KnocksAtOnce, CancellationToken = cancellation },
            async (place, stopping) =>
            {
                try
                {
                    if (await courier.TryResumeAsync(place, stopping))
                        open.Add(place);
                }
                catch (Exception broken) when (!stopping.IsCancellationRequested)
                {
                    LogUnanswered(broken, place);
                }
            }
        );
        return [.. open];
    }

    [LoggerMessage(
        518,
        LogLevel.Error,
        "Whether a digest can go to {Destination} again could not be found out; it stays held back"
    )]
    private partial void LogUnanswered(Exception broken, Destination destination);
}
