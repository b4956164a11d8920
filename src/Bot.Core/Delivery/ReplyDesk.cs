using Bot.Core.Chat;
using Bot.Core.Storage;

namespace Bot.Core.Delivery;

/// <summary>Ends events of the inbox: the answer is queued and the event is seen to, both or neither.</summary>
public sealed class ReplyDesk(
    Database database,
    Inbox inbox,
    Outbox outbox,
    DestinationBook destinations,
    DeliveryBell bell
)
{
    /// <inheritdoc cref="Inbox.BeginAsync"/>
    public Task BeginAsync(InboxItem item, CancellationToken cancellation) => inbox.BeginAsync(item, cancellation);

    /// <summary>Says something that answers no event.</summary>
    public async Task SayAsync(Post post, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await outbox.EnqueueAnswerAsync(transaction, post, cancellation);
        await transaction.CommitAsync(cancellation);
        bell.Ring();
    }

    /// <param name="answer">Null where there is nothing to say.</param>
    public async Task EndAsync(InboxItem item, Post? answer, CancellationToken cancellation)
    {
        if (answer is not null)
            answer = answer with { Destination = await destinations.CurrentAsync(answer.Destination, cancellation) };
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (answer is not null)
            await outbox.EnqueueAnswerAsync(transaction, answer, cancellation);
        await inbox.SettleAsync(transaction, item.Id, cancellation);
        await transaction.CommitAsync(cancellation);
        if (answer is not null)
            bell.Ring();
    }
}
