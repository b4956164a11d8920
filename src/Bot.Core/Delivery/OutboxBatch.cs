using Bot.Core.Chat;

namespace Bot.Core.Delivery;

/// <summary>What is queued for one place together, and posted in this order.</summary>
/// <param name="Ledger">The row of the digest's ledger that it belongs to, null where it is no digest.</param>
/// <param name="Thread">As in <see cref="Post.Thread"/>.</param>
/// <param name="IsMine">True where this process posts it at once and no other may take it meanwhile.</param>
public sealed record OutboxBatch(
    Destination Destination,
    IReadOnlyList<Reply> Parts,
    long? Ledger = null,
    string? Thread = null,
    bool IsMine = false
)
{
    /// <summary>The parts as their rows hold them: written out when the batch is made, and not while the store is held.</summary>
    internal IReadOnlyList<string> Replies { get; } = [.. Parts.Select(p => p.ToJson())];
}
