using System.Security.Cryptography;
using Bot.Core.Chat;
using Bot.Core.Conversations;
using Bot.Core.Delivery;
using Bot.Core.Places;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands.Reception;

/// <summary>Where everything arrives that happens on a platform, and is seen to.</summary>
public sealed partial class FrontDesk(
    CommandDesk desk,
    ButtonBook buttons,
    Outbox outbox,
    PlaceBook places,
    Rights rights,
    Doorman doorman,
    Phrasebook phrasebook,
    ILogger<FrontDesk> log
)
{
    /// <summary>Begins the payload of a link that does what a button does.</summary>
    public const string ButtonPayload = "b-";

    /// <summary>The payload of a link that lets the bot into a group: who follows it is greeted for letting it in.</summary>
    public const string InvitedPayload = "welcome";

    /// <summary>Sees to one event and tells its handle, whatever happens.</summary>
    public async Task ReceiveAsync(InboundEvent happened, CancellationToken cancellation)
    {
        try
        {
            await happened.Answer.BeginAsync(cancellation);
            await (
                happened switch
                {
                    InboundEvent.CommandTyped typed => AnswerAsync(typed, cancellation),
                    InboundEvent.CommandCalled called => AnswerAsync(called, cancellation),
                    InboundEvent.ButtonPressed pressed when await IsSilentAsync(pressed, cancellation) =>
                        pressed.Answer.SendAsync(null, cancellation),
                    InboundEvent.ButtonPressed pressed => PressAsync(
                        pressed.Key,
                        pressed.Asker,
                        pressed.Place,
                        pressed.Answer,
                        cancellation
                    ),
                    InboundEvent.Started started => StartAsync(started, cancellation),
                    _ => SeeToAsync(happened, cancellation),
                }
            );
        }
        catch (Exception broken) when (!cancellation.IsCancellationRequested)
        {
            var code = RandomNumberGenerator.GetHexString(6, lowercase: true);
            LogLost(broken, happened.GetType().Name, happened.Place, code);
            await happened.Answer.SendAsync(Apology(happened, code), cancellation);
        }
    }

    /// <summary>Whoever asked is not left without an answer; where nobody did, nobody is told.</summary>
    private Reply? Apology(InboundEvent happened, string code)
    {
        var asker = happened switch
        {
            InboundEvent.CommandTyped typed => typed.Asker,
            InboundEvent.CommandCalled called => called.Call.Asker,
            InboundEvent.ButtonPressed pressed => pressed.Asker,
            InboundEvent.Started started => started.Asker,
            _ => null,
        };
        return asker is null ? null : Reply.Of(phrasebook.In(asker.Language).Line("desk.broken", ("code", code)));
    }

    private async Task AnswerAsync(InboundEvent.CommandTyped typed, CancellationToken cancellation)
    {
        var isOurs = typed.IsForUs || desk.Knows(typed.Line);
        await typed.Answer.SendAsync(
            isOurs
                ? await desk.AnswerAsync(typed.Line, typed.Asker, typed.Place, cancellation, typed.Quoted, typed.File)
                : null,
            cancellation
        );
    }

    private async Task AnswerAsync(InboundEvent.CommandCalled called, CancellationToken cancellation) =>
        await called.Answer.SendAsync(await desk.AnswerAsync(called.Call, cancellation), cancellation);

    /// <summary>In a channel an answer is a post to all: readers, who may press whatever their program lets them, set none off.</summary>
    private async Task<bool> IsSilentAsync(InboundEvent.ButtonPressed pressed, CancellationToken cancellation) =>
        (await places.FindAsync(pressed.Place, cancellation))?.Kind == PlaceKind.Channel
        && await buttons.FindAsync(pressed.Key, cancellation) is not ButtonAction.Turn
        && !await rights.MayAdministerAsync(pressed.Asker, pressed.Place, cancellation);

    private async Task PressAsync(
        string key,
        Asker asker,
        Destination place,
        IReplyHandle answer,
        CancellationToken cancellation
    )
    {
        switch (await buttons.FindAsync(key, cancellation))
        {
            case ButtonAction.Ask ask:
                var reply = await desk.AnswerAsync(ask.Command, asker, place, cancellation);
                await answer.SendAsync(reply, cancellation, ask.IsInPlace && !reply.IsRefusal);
                break;
            case ButtonAction.Turn turn when await outbox.FindReplyAsync(turn.Post, cancellation) is { } turned:
                await answer.SendAsync(turned, cancellation, isInPlace: true, turn.Page);
                break;
            default:
                var edition = phrasebook.In(asker.Language);
                await answer.SendAsync(Reply.Of(edition.Line("button.forgotten")), cancellation);
                break;
        }
    }

    /// <summary>A link may say what for: "who-12" for "/who #12", a button's key; else whoever comes is greeted.</summary>
    private async Task StartAsync(InboundEvent.Started started, CancellationToken cancellation)
    {
        var greeting = await doorman.GreetAsync(started, cancellation);
        if (started.Payload is { } payload && payload.StartsWith(ButtonPayload, StringComparison.Ordinal))
        {
            var key = payload[ButtonPayload.Length..];
            await PressAsync(key, started.Asker, started.Place, started.Answer, cancellation);
        }
        else if (CommandIn(started.Payload) is { } line)
        {
            var reply = await desk.AnswerAsync(line, started.Asker, started.Place, cancellation);
            await started.Answer.SendAsync(reply, cancellation);
        }
        else
        {
            var isSaid = started is { Payload: InvitedPayload, Asker.Standing: not Standing.Administrator };
            await started.Answer.SendAsync(isSaid ? null : greeting, cancellation);
        }
    }

    private string? CommandIn(string? payload) =>
        payload?.Split('-') switch
        {
            [var name] when desk.Knows(name) => $"/{name}",
            [var name, var id] when desk.Knows(name) && id.All(char.IsAsciiDigit) => $"/{name} #{id}",
            _ => null,
        };

    private async Task SeeToAsync(InboundEvent happened, CancellationToken cancellation) =>
        await happened.Answer.SendAsync(await doorman.SeeToAsync(happened, cancellation), cancellation);

    [LoggerMessage(310, LogLevel.Error, "{Event} in {Place} could not be seen to; the asker was told code {Code}")]
    private partial void LogLost(Exception broken, string @event, Destination place, string code);
}
