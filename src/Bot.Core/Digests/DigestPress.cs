using Bot.Core.Articles;
using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests.Covers;
using Bot.Core.Digests.Schedules;
using Bot.Core.Digests.Writing;
using Bot.Core.Places;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Digests;

/// <summary>Makes digests, from what is owed to the row in the ledger; posting them is the courier's.</summary>
public sealed partial class DigestPress(
    DigestLedger ledger,
    CoverReader covers,
    DigestComposer composer,
    StoryEditor editor,
    PlaceBook places,
    ArticleStore articles,
    TimeProvider time,
    ILogger<DigestPress> log
)
{
    /// <summary>Two digests that tell the same at one moment: the loser looks again, and finds less each time.</summary>
    private const int MostLooks = 5;

    /// <summary>So many are written down at once: what they take of memory and for how long the store is theirs.</summary>
    private const int Armful = 50;

    /// <param name="tasks">Of each place one at the most.</param>
    /// <returns>In the tasks' order.</returns>
    public async Task<IReadOnlyList<DigestOutcome>> MakeAsync(
        IReadOnlyList<DigestTask> tasks,
        CancellationToken cancellation
    )
    {
        await ledger.ReleaseUntrueAsync([.. tasks.Select(t => t.Order.Destination)], cancellation);
        var outcomes = new DigestOutcome?[tasks.Count];
        for (var look = 0; look < MostLooks; look++)
        {
            var left = Enumerable.Range(0, tasks.Count).Where(i => outcomes[i] is null).ToList();
            if (left.Count == 0)
                break;
            await LookAsync(tasks, left, outcomes, cancellation);
        }

        return [.. outcomes.Zip(tasks, (o, t) => o ?? new DigestOutcome.Held(t.Order.Destination, HeldBy.Queue))];
    }

    /// <summary>
    /// Leaves null those of which another digest has told something meanwhile: what is owed is to be read anew. While one
    /// armful is written down, the next is composed, and what the one after it is owed is looked up.
    /// </summary>
    private async Task LookAsync(
        IReadOnlyList<DigestTask> tasks,
        IReadOnlyList<int> left,
        DigestOutcome?[] outcomes,
        CancellationToken cancellation
    )
    {
        var galleys = new Galleys(editor, articles);
        Newsstand? stand = null;
        var (composing, writing) = (Task.CompletedTask, Task.CompletedTask);
        try
        {
            foreach (var some in left.Chunk(Armful))
            {
                if (stand is null or { IsFull: true })
                    stand = await covers.OpenAsync(cancellation);
                var read = new List<(DigestCover Cover, int Index)>();
                await TogetherAsync(
                    some,
                    async these => read.AddRange(await ReadAsync(stand, tasks, these, cancellation)),
                    Break,
                    cancellation
                );
                await composing;
                composing = Task.Run(() => ComposeAsync(read), cancellation);
            }
        }
        finally
        {
            await composing;
            await writing;
        }

        async Task ComposeAsync(IReadOnlyList<(DigestCover Cover, int Index)> read)
        {
            var prepared = new List<(PreparedDigest Digest, int Index)>();
            await TogetherAsync(
                read,
                async these => prepared.AddRange(await PrepareAsync(galleys, tasks, these, outcomes, cancellation)),
                (one, broken) => Break(one.Index, broken),
                cancellation
            );
            await writing;
            writing = Task.Run(
                () =>
                    TogetherAsync(
                        prepared,
                        these => WriteAsync(these, outcomes, cancellation),
                        (one, broken) => Break(one.Index, broken),
                        cancellation
                    ),
                cancellation
            );
        }

        void Break(int index, Exception broken)
        {
            LogBroken(broken, tasks[index].Order.Name, tasks[index].Order.Destination);
            outcomes[index] = new DigestOutcome.Broken(broken);
        }
    }

    /// <summary>All at once; where that breaks, each by itself, so that the one it breaks over keeps nobody else back.</summary>
    private static async Task TogetherAsync<T>(
        IReadOnlyList<T> all,
        Func<IReadOnlyList<T>, Task> make,
        Action<T, Exception> leave,
        CancellationToken cancellation
    )
    {
        try
        {
            await make(all);
        }
        catch (Exception broken) when (all.Count == 1 && !cancellation.IsCancellationRequested)
        {
            leave(all[0], broken);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            foreach (var one in all)
                await TogetherAsync([one], make, leave, cancellation);
        }
    }

    private async Task<IEnumerable<(DigestCover Cover, int Index)>> ReadAsync(
        Newsstand stand,
        IReadOnlyList<DigestTask> tasks,
        IReadOnlyList<int> some,
        CancellationToken cancellation
    )
    {
        List<DigestOrder> orders = [.. some.Select(i => tasks[i].Order)];
        await places.ReadAllAsync([.. orders.Select(o => o.Destination)], cancellation);
        return (await covers.ReadAsync(stand, orders, cancellation)).Zip(some);
    }

    /// <summary>What can be said of without the ledger is said at once.</summary>
    private async Task<IReadOnlyList<(PreparedDigest Digest, int Index)>> PrepareAsync(
        Galleys galleys,
        IReadOnlyList<DigestTask> tasks,
        IReadOnlyList<(DigestCover Cover, int Index)> read,
        DigestOutcome?[] outcomes,
        CancellationToken cancellation
    )
    {
        var now = time.GetUtcNow();
        var prepared = new List<(PreparedDigest Digest, int Index)>();
        foreach (var (cover, i) in read)
        {
            var task = tasks[i];
            if (task.Gathering is { } gathering && !gathering.IsReady(cover, now))
            {
                outcomes[i] = new DigestOutcome.NotDue();
                continue;
            }

            var draft = await composer.ComposeAsync(task.Appearance, cover, galleys, now, cancellation);
            // Asked for out of turn, nothing new is an answer and no appearance.
            if (draft.IsEmpty && task.Appearance.Slot is null)
                outcomes[i] = Nothing(task.Order, cover);
            else
                prepared.Add(
                    (
                        new PreparedDigest(
                            task.Appearance,
                            cover,
                            draft,
                            task.Missed,
                            new OutboxBatch(cover.Destination, draft.Parts, Thread: draft.Thread, IsMine: task.IsMine)
                        ),
                        i
                    )
                );
        }

        return prepared;
    }

    private async Task WriteAsync(
        IReadOnlyList<(PreparedDigest Digest, int Index)> prepared,
        DigestOutcome?[] outcomes,
        CancellationToken cancellation
    )
    {
        if (prepared.Count == 0)
            return;
        var written = await ledger.OweAsync([.. prepared.Select(p => p.Digest)], cancellation);
        foreach (var (outcome, (digest, i)) in written.Zip(prepared))
            outcomes[i] = Outcome(digest, outcome);
    }

    private DigestOutcome? Outcome(PreparedDigest digest, OweOutcome written)
    {
        var (order, draft) = (digest.Appearance.Order, digest.Draft);
        switch (written)
        {
            case OweOutcome.Owed owed:
                LogOwed(order.Name, order.Destination, draft.Consumes.Count, draft.Left, digest.Missed.Count);
                return new DigestOutcome.Owed(order.Destination, owed.Batch, draft.Consumes.Count, draft.Left);
            case OweOutcome.Empty:
                return Nothing(order, digest.Cover);
            case OweOutcome.WasThere:
                return new DigestOutcome.NotDue();
            default:
                return null;
        }
    }

    private DigestOutcome.NothingToTell Nothing(DigestOrder order, DigestCover cover)
    {
        LogEmpty(order.Name, order.Destination, cover.From);
        return new DigestOutcome.NothingToTell(order.Destination, cover.From, cover.Hidden.Count, cover.Failing);
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

    [LoggerMessage(520, LogLevel.Error, "Digest {Digest} for {Destination} could not be made")]
    private partial void LogBroken(Exception broken, string digest, Destination destination);
}
