using Bot.Core.Chat;
using Bot.Core.Digests.Covers;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Digests;

/// <summary>A digest that is to be made.</summary>
/// <param name="Missed">Earlier slots that it stands for.</param>
/// <param name="IsMine">True where this process posts it at once.</param>
public sealed record DigestTask(DigestAppearance Appearance, IReadOnlyList<DigestSlot> Missed, bool IsMine)
{
    public DigestOrder Order => Appearance.Order;
}

/// <summary>Makes digests, from what is owed to the row in the ledger; posting them is the courier's.</summary>
public sealed partial class DigestPress(
    DigestLedger ledger,
    CoverReader covers,
    DigestComposer composer,
    StoryEditor editor,
    TimeProvider time,
    ILogger<DigestPress> log
)
{
    /// <summary>Two digests that tell the same at one moment: the loser looks again, and finds less each time.</summary>
    private const int MostLooks = 5;

    /// <summary>So many are written down at once: what they take of memory and for how long the store is theirs.</summary>
    private const int Armful = 100;

    /// <param name="tasks">Of each place one at the most.</param>
    /// <returns>In the tasks' order.</returns>
    public async Task<IReadOnlyList<DigestOutcome>> MakeAsync(
        IReadOnlyList<DigestTask> tasks,
        CancellationToken cancellation
    )
    {
        await ledger.ReleaseUntrueAsync([.. tasks.Select(t => t.Order.Destination)], cancellation);
        var outcomes = new DigestOutcome[tasks.Count];
        var left = tasks.Select((task, i) => (Task: task, Index: i)).ToList();
        for (var look = 0; look < MostLooks && left.Count > 0; look++)
        {
            var (again, galleys) = (new List<(DigestTask, int)>(), new Galleys(editor));
            Newsstand? stand = null;
            foreach (var some in left.Chunk(Armful))
            {
                if (stand is null or { IsFull: true })
                    stand = await covers.OpenAsync(cancellation);
                var made = await MakeAsync(stand, galleys, [.. some.Select(s => s.Task)], cancellation);
                for (var i = 0; i < some.Length; i++)
                {
                    if (made[i] is { } outcome)
                        outcomes[some[i].Index] = outcome;
                    else
                        again.Add(some[i]);
                }
            }

            left = again;
        }

        foreach (var (task, index) in left)
            outcomes[index] = new DigestOutcome.Held(task.Order.Destination, HeldBy.Queue);
        return outcomes;
    }

    /// <returns>Null for those of which another digest has told something meanwhile: what is owed is to be read anew.</returns>
    private async Task<IReadOnlyList<DigestOutcome?>> MakeAsync(
        Newsstand stand,
        Galleys galleys,
        IReadOnlyList<DigestTask> tasks,
        CancellationToken cancellation
    )
    {
        var made = new DigestOutcome?[tasks.Count];
        var prepared = new List<(PreparedDigest Digest, int Index)>();
        var read = await covers.ReadAsync(stand, [.. tasks.Select(t => t.Order.Destination)], cancellation);
        for (var i = 0; i < tasks.Count; i++)
        {
            if (await ComposeAsync(tasks[i], read[i], galleys, cancellation) is not { } draft)
                made[i] = new DigestOutcome.Broken();
            // Asked for out of turn, nothing new is an answer and no appearance.
            else if (draft.IsEmpty && tasks[i].Appearance.Slot is null)
                made[i] = Outcome(tasks[i], read[i], draft, new OweOutcome.Empty());
            else
                prepared.Add(
                    (new PreparedDigest(tasks[i].Appearance, read[i], draft, tasks[i].Missed, tasks[i].IsMine), i)
                );
        }

        if (prepared.Count == 0)
            return made;
        var written = await ledger.OweAsync([.. prepared.Select(p => p.Digest)], cancellation);
        foreach (var (outcome, (digest, i)) in written.Zip(prepared))
            made[i] = Outcome(tasks[i], digest.Cover, digest.Draft, outcome);
        return made;
    }

    /// <returns>Null where it cannot be written: that keeps no other back.</returns>
    private async Task<DigestDraft?> ComposeAsync(
        DigestTask task,
        DigestCover cover,
        Galleys galleys,
        CancellationToken cancellation
    )
    {
        try
        {
            return await composer.ComposeAsync(task.Appearance, cover, galleys, time.GetUtcNow(), cancellation);
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            LogBroken(broken, task.Order.Name, task.Order.Destination);
            return null;
        }
    }

    private DigestOutcome? Outcome(DigestTask task, DigestCover cover, DigestDraft draft, OweOutcome written)
    {
        var order = task.Order;
        switch (written)
        {
            case OweOutcome.Owed owed:
                LogOwed(order.Name, order.Destination, draft.Consumes.Count, draft.Left, task.Missed.Count);
                return new DigestOutcome.Owed(order.Destination, owed.Batch, draft.Consumes.Count, draft.Left);
            case OweOutcome.Empty:
                LogEmpty(order.Name, order.Destination, cover.From);
                return new DigestOutcome.NothingToTell(order.Destination, cover.From, cover.Hidden.Count);
            case OweOutcome.WasThere:
                return new DigestOutcome.NotDue();
            default:
                return null;
        }
    }

    [LoggerMessage(
        502,
        LogLevel.Information,
        "Digest {Digest} for {Destination}: {Articles} articles queued, {Left} stories left for the next, {Missed} missed slots covered"
    )]
    private partial void LogOwed(string digest, Destination destination, int articles, int left, int missed);

    [LoggerMessage(
        503,
        LogLevel.Information,
        "Digest {Digest} for {Destination} is skipped: nothing new since {Since:u}"
    )]
    private partial void LogEmpty(string digest, Destination destination, DateTimeOffset? since);

    [LoggerMessage(
        520,
        LogLevel.Error,
        "Digest {Digest} for {Destination} could not be made; it is tried again in a minute"
    )]
    private partial void LogBroken(Exception broken, string digest, Destination destination);
}
