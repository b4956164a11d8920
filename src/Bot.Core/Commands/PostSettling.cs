using Bot.Core.Chat;
using Bot.Core.Commands.Typed;
using Bot.Core.Delivery;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary><c>/digest sent|again 12</c>: says what became of a post whose fate nobody knew.</summary>
internal sealed class PostSettling(Outbox outbox, DeliveryBell bell)
{
    /// <summary>So many of the posts that went wrong are looked at, those first whose fate is unknown.</summary>
    private const int MostLookedAt = 100;

    public async Task<Reply> AnswerAsync(
        bool isAgain,
        CommandCall call,
        PlaceMeant meant,
        Edition edition,
        CancellationToken cancellation
    )
    {
        if (ArticleReference.NumberIn((call.Option("name") ?? "").TrimStart('#')) is not { } number)
            return Reply.Of(edition.Line("post.number", ("list", new CommandHint("/digest list"))));
        var troubled = await outbox.TroubledAsync(meant.Place, MostLookedAt, cancellation);
        var isTheirs = troubled.Any(i => i.Id == number && i.State == OutboxState.Unknown);
        var isDone =
            isTheirs
            && (
                isAgain
                    ? await outbox.SendAgainAsync(number, cancellation)
                    : await outbox.SettleAsync(number, cancellation)
            );
        if (!isDone)
            return Reply.Of(
                edition.Line("post.not-open", ("number", number), ("list", new CommandHint("/digest list")))
            );
        if (isAgain)
            bell.Ring();
        return Reply.Of(edition.Line(isAgain ? "post.again" : "post.sent", ("number", number)));
    }

    /// <summary>A chat sees to what was meant for it and its topics; the terminal to all.</summary>
    public static bool IsOf(Destination destination, Destination place) =>
        place == Destination.Terminal || destination.Chat == place.Chat;
}
