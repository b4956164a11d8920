using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Digests;

/// <summary>
/// Makes all digests that are due at one time, together: what many places see is read once. It may be asked at any time
/// and by anyone, again and again: the ledger says whether there is something to do.
/// </summary>
public sealed partial class DigestRound(
    DigestDues dues,
    DigestDoors doors,
    DigestPress press,
    DestinationBook destinations,
    TimeProvider time,
    ILogger<DigestRound> log
)
{
    /// <summary>
    /// Makes of each digest the latest slot within the grace that has no row yet. Earlier ones that were missed are
    /// covered by it and do not come.
    /// </summary>
    /// <returns>In the digests' order.</returns>
    public async Task<IReadOnlyList<DigestOutcome>> RunAsync(
        IReadOnlyList<PlannedDigest> digests,
        CancellationToken cancellation
    )
    {
        var moves = await destinations.MovesAsync(cancellation);
        var outcomes = new DigestOutcome[digests.Count];
        // Two digests of one place come one after the other, so that neither tells what the other has told.
        var waves = digests
            .Select((d, i) => (Digest: WhereItIs(d, moves), Index: i))
            .GroupBy(d => d.Digest.Destination)
            .SelectMany(place => place.Select((d, nth) => (d.Digest, d.Index, Wave: nth)))
            .GroupBy(d => d.Wave, d => (d.Digest, d.Index));
        foreach (var wave in waves.OrderBy(w => w.Key))
        {
            var these = wave.ToList();
            var made = await RunWaveAsync([.. these.Select(t => t.Digest)], cancellation);
            foreach (var (outcome, (_, index)) in made.Zip(these))
                outcomes[index] = outcome;
        }

        return outcomes;
    }

    /// <param name="digests">Of each place one at the most.</param>
    private async Task<IReadOnlyList<DigestOutcome>> RunWaveAsync(
        IReadOnlyList<PlannedDigest> digests,
        CancellationToken cancellation
    )
    {
        var due = await dues.FindAsync(digests, cancellation);
        var held = await doors.HeldAsync([.. due.Select(d => d.Digest.Destination)], cancellation);
        var made = await MakeAsync([.. due.Where(d => !held.ContainsKey(d.Digest.Destination))], cancellation);
        // Whoever can be posted to does not wait for what platforms say of those who cannot.
        var reopened = await doors.ReopenedAsync(
            held.Values.Where(h => h.By == HeldBy.Pause).Select(h => h.Destination),
            cancellation
        );
        var late = await MakeAsync([.. due.Where(d => reopened.Contains(d.Digest.Destination))], cancellation);

        foreach (var digest in due.Select(d => d.Digest).Where(d => held.ContainsKey(d.Destination)))
        {
            if (!reopened.Contains(digest.Destination))
                LogHeld(digest.Name, digest.Destination, held[digest.Destination].By, held[digest.Destination].Why);
        }

        return
        [
            .. digests.Select(d =>
                made.GetValueOrDefault(d.Destination)
                ?? late.GetValueOrDefault(d.Destination)
                ?? held.GetValueOrDefault(d.Destination)
                ?? (DigestOutcome)new DigestOutcome.NotDue()
            ),
        ];
    }

    private async Task<IReadOnlyDictionary<Destination, DigestOutcome>> MakeAsync(
        IReadOnlyList<DueDigest> due,
        CancellationToken cancellation
    )
    {
        if (due.Count == 0)
            return new Dictionary<Destination, DigestOutcome>();
        var now = time.GetUtcNow();
        var made = await press.MakeAsync([.. due.Select(d => Task(d, now))], cancellation);
        return due.Zip(made).ToDictionary(m => m.First.Digest.Destination, m => m.Second);
    }

    private static DigestTask Task(DueDigest due, DateTimeOffset now) =>
        new(
            new DigestAppearance(
                due.Digest.Schedule.Order,
                due.Slot.Date,
                due.Slot,
                IsLate: now - due.Slot.Due > DigestReach.OnTime,
                due.Digest.Schedule.Foretold(now)
            ),
            due.Missed,
            IsMine: false
        )
        {
            Gathering = due.Digest.Schedule.Rhythm is Rhythm.AsNews news
                ? new NewsGathering(news.Rule, due.PostedThatDay)
                : null,
        };

    /// <summary>Configuration may name the place by an address that it had.</summary>
    private static PlannedDigest WhereItIs(PlannedDigest digest, Moves moves) =>
        digest with
        {
            Schedule = digest.Schedule with
            {
                Order = digest.Schedule.Order with { Destination = moves.Current(digest.Destination) },
            },
        };

    [LoggerMessage(504, LogLevel.Warning, "Digest {Digest} for {Destination} is held back by {HeldBy}: {Why}")]
    private partial void LogHeld(string digest, Destination destination, HeldBy heldBy, string? why);
}
