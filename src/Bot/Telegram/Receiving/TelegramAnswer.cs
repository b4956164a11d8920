using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Telegram.Api;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types.Enums;

namespace Bot.Telegram.Receiving;

/// <summary>Ends one update: its answer goes into the outbox in the transaction that settles it. Shows "typing" until then.</summary>
/// <param name="item">The update.</param>
/// <param name="place">Where it is answered.</param>
internal sealed class TelegramAnswer(
    InboxItem item,
    Destination place,
    ReplyDesk replies,
    TelegramAccount account,
    TimeProvider time
) : IReplyHandle
{
    /// <summary>What is answered sooner needs no sign.</summary>
    private static readonly TimeSpan BeforeTyping = TimeSpan.FromSeconds(0.5);

    /// <summary>Clients show it for five seconds.</summary>
    private static readonly TimeSpan BetweenTyping = TimeSpan.FromSeconds(4.5);

    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The message that the answer refers to; null where the conversation makes that plain.</summary>
    public string? Answers { get; init; }

    /// <summary>The message whose button was pressed.</summary>
    public string? Pressed { get; init; }

    /// <summary>The press that waits for a sign that it was felt.</summary>
    public string? Press { get; init; }

    public bool IsSilent { get; init; }

    public Task BeginAsync(CancellationToken cancellation)
    {
        if (Press is { } press)
            _ = TellAsync(token => account.Line.AnswerCallbackQuery(press, cancellationToken: token));
        if (!IsSilent)
            _ = TypeAsync();
        return replies.BeginAsync(item, cancellation);
    }

    public async Task SendAsync(Reply? reply, CancellationToken cancellation, bool isInPlace = false, int page = 1)
    {
        answered.TrySetResult();
        var post = reply is null
            ? null
            : new Post(place, reply, Key: "")
            {
                Page = page,
                IsTurned = true,
                Answers = Answers,
                Edits = isInPlace ? Pressed : null,
            };
        await replies.EndAsync(item, post, cancellation);
    }

    private async Task TypeAsync()
    {
        if (TelegramAddress.Read(place) is not var (chat, topic))
            return;
        for (var wait = BeforeTyping; !await IsAnsweredWithinAsync(wait); wait = BetweenTyping)
            await TellAsync(token =>
                account.Line.SendChatAction(chat, ChatAction.Typing, topic, cancellationToken: token)
            );
    }

    private async Task<bool> IsAnsweredWithinAsync(TimeSpan wait)
    {
        using var over = new CancellationTokenSource();
        var delay = Task.Delay(wait, time, over.Token);
        var isAnswered = await Task.WhenAny(answered.Task, delay) == answered.Task;
        await over.CancelAsync();
        return isAnswered;
    }

    /// <summary>A sign of life: where it does not arrive, nothing is lost.</summary>
    private static async Task TellAsync(Func<CancellationToken, Task> sign)
    {
        try
        {
            await TelegramAccount.CallAsync(sign, CancellationToken.None);
        }
        catch (Exception lost) when (lost is RequestException or OperationCanceledException)
        {
            // The answer tells as much.
        }
    }
}
