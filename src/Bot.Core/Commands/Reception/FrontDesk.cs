using Bot.Core.Chat;
using Bot.Core.Conversations;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands.Reception;

/// <summary>Where everything arrives that happens on a platform, and is seen to.</summary>
public sealed partial class FrontDesk(
    CommandDesk desk,
    ButtonBook buttons,
    Phrasebook phrasebook,
    ILogger<FrontDesk> log
)
{
    /// <summary>Sees to one event and tells its handle, whatever happens.</summary>
    public async Task ReceiveAsync(InboundEvent happened, CancellationToken cancellation)
    {
        happened.Answer.Begin();
        try
        {
            await (
                happened switch
                {
                    InboundEvent.CommandTyped typed => AnswerAsync(typed, cancellation),
                    InboundEvent.ButtonPressed pressed => PressAsync(pressed, cancellation),
                    _ => throw new InvalidOperationException($"Nobody sees to {happened.GetType().Name}."),
                }
            );
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            LogLost(broken, happened.GetType().Name, happened.Place);
            await happened.Answer.SendAsync(null, cancellation);
        }
    }

    private async Task AnswerAsync(InboundEvent.CommandTyped typed, CancellationToken cancellation)
    {
        var isOurs = typed.IsForUs || desk.Knows(typed.Line);
        await typed.Answer.SendAsync(
            isOurs ? await desk.AnswerAsync(typed.Line, typed.Asker, typed.Place, cancellation, typed.Quoted) : null,
            cancellation
        );
    }

    private async Task PressAsync(InboundEvent.ButtonPressed pressed, CancellationToken cancellation)
    {
        switch (await buttons.FindAsync(pressed.Key, cancellation))
        {
            case ButtonAction.Ask ask:
                var reply = await desk.AnswerAsync(ask.Command, pressed.Asker, pressed.Place, cancellation);
                await pressed.Answer.SendAsync(reply, cancellation, ask.IsInPlace);
                break;
            default:
                var edition = phrasebook.In(pressed.Asker.Language);
                await pressed.Answer.SendAsync(Reply.Of(edition.Line("button.forgotten")), cancellation);
                break;
        }
    }

    [LoggerMessage(310, LogLevel.Error, "{Event} in {Place} could not be seen to")]
    private partial void LogLost(Exception broken, string @event, Destination place);
}
