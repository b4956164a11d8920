using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests.Schedules;
using Bot.Core.Places.Zones;

namespace Bot.Core.Digests;

/// <summary>The digests that there are: those of the configuration, and those that were planned in chats.</summary>
/// <param name="configured">What the operator set.</param>
public sealed class DigestBook(
    IReadOnlyList<DigestSchedule> configured,
    DigestStore store,
    DestinationBook destinations
)
{
    public const int MostInChat = 20;

    private TaskCompletionSource changed = NewSignal();

    /// <summary>Ends when this process next changes the plan. Take it before reading.</summary>
    public Task Changed => Volatile.Read(ref changed).Task;

    /// <summary>Read anew each time: another process may have changed it.</summary>
    public Task<DigestPlan> ReadAsync(CancellationToken cancellation) => ReadAsync(null, cancellation);

    /// <summary>Those of a chat and of all places in it.</summary>
    public Task<DigestPlan> OfChatAsync(Destination place, CancellationToken cancellation) =>
        ReadAsync(place.Chat, cancellation);

    /// <summary>
    /// What people at a place may see and set off: the digests of that place; at the terminal, where the operator sits,
    /// every one.
    /// </summary>
    public async Task<DigestPlan> SeenFromAsync(Destination place, CancellationToken cancellation) =>
        place == Destination.Terminal
            ? await ReadAsync(cancellation)
            : (await OfChatAsync(place, cancellation)).At(place);

    private async Task<DigestPlan> ReadAsync(Destination? chat, CancellationToken cancellation)
    {
        var stored = await store.ReadAsync(chat, cancellation);
        if (configured.Count == 0)
            return stored;
        var moves = await destinations.MovesAsync(cancellation);
        var digests = configured
            .Select(s =>
                s with
                {
                    Order = s.Order with
                    {
                        Destination = moves.Current(s.Destination),
                        Zone = ZoneNames.TryFind(s.Zone.Id) ?? s.Zone, // Its rules may be others since the start.
                    },
                }
            )
            .Where(s => chat is null || s.Destination.Chat == chat)
            .Select(s => new PlannedDigest(null, s, null));
        return stored with { Digests = [.. digests, .. stored.Digests] };
    }

    /// <param name="madeBy">The platform and its id of the person.</param>
    /// <returns>False where the place has a digest of that name meanwhile.</returns>
    public Task<bool> TryAddAsync(DigestSchedule schedule, string madeBy, CancellationToken cancellation) =>
        TellAsync(store.TryAddAsync(schedule, madeBy, cancellation));

    /// <summary>It keeps its row and what the ledger has of it, under another name too.</summary>
    /// <param name="changed">At the same place.</param>
    /// <returns>False where it is gone, or another has the name meanwhile.</returns>
    public Task<bool> EditAsync(PlannedDigest digest, DigestSchedule changed, CancellationToken cancellation) =>
        TellAsync(store.EditAsync(digest, changed, cancellation));

    /// <summary>The ledger stays: under the same name, a digest does not repeat a slot.</summary>
    /// <param name="id">Its row in the store.</param>
    /// <returns>False where it is gone.</returns>
    public Task<bool> RemoveAsync(long id, CancellationToken cancellation) =>
        TellAsync(store.RemoveAsync(id, cancellation));

    /// <returns>False where it is paused already, or gone.</returns>
    public Task<bool> PauseAsync(PlannedDigest digest, CancellationToken cancellation) =>
        TellAsync(store.PauseAsync(digest, cancellation));

    /// <summary>Nothing of the past is owed then; what is new since comes with the next one.</summary>
    /// <returns>False where it runs already, or is gone.</returns>
    public Task<bool> ResumeAsync(PlannedDigest digest, CancellationToken cancellation) =>
        TellAsync(store.ResumeAsync(digest, cancellation));

    /// <summary>Tells whoever waits that the plan is another one.</summary>
    public void Ring() => Interlocked.Exchange(ref changed, NewSignal()).SetResult();

    private async Task<bool> TellAsync(Task<bool> change)
    {
        var isDone = await change;
        if (isDone)
            Ring();
        return isDone;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
