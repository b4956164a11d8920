using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Places;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands.Reception;

/// <summary>Knows the life of places: let in, shut out, let in again, moved; and greets, once.</summary>
public sealed partial class Doorman(
    DoorBook doors,
    DestinationBook destinations,
    Courier courier,
    DeliveryBell bell,
    IEnumerable<IChatPlatform> platforms,
    Phrasebook phrasebook,
    ILogger<Doorman> log
)
{
    /// <returns>What is said to whoever opens a conversation of their own.</returns>
    public async Task<Reply> GreetAsync(InboundEvent.Started started, CancellationToken cancellation)
    {
        var isPrivate = started.Asker.Standing == Standing.Administrator;
        if (isPrivate)
            await doors.JoinedAsync(
                started.Place,
                started.Asker.Name,
                PlaceKind.Private,
                started.Place,
                started.Asker.Name,
                cancellation
            );
        await OpenAsync(started.Place, cancellation);
        var edition = phrasebook.In(started.Asker.Language);
        return Hello(edition, isPrivate ? Invitation(started.Place) : null);
    }

    /// <returns>What is to be said about it; null for nothing.</returns>
    public async Task<Reply?> SeeToAsync(InboundEvent happened, CancellationToken cancellation)
    {
        switch (happened)
        {
            case InboundEvent.PlaceJoined joined:
                return await JoinAsync(joined, cancellation);
            case InboundEvent.PlaceOpened opened:
                if (opened.Place == opened.Place.Chat)
                    await doors.StayedAsync(opened.Place, cancellation);
                await OpenAsync(opened.Place, cancellation);
                return null;
            case InboundEvent.PlaceClosed closed:
                await destinations.PauseAsync(closed.Place, closed.Why, cancellation);
                if (closed.Place == closed.Place.Chat)
                    await doors.LeftAsync(closed.Place, cancellation);
                LogClosed(closed.Place, closed.Why);
                return null;
            case InboundEvent.PlaceMoved moved:
                await destinations.MoveAsync(moved.Place, moved.To, cancellation);
                bell.Ring();
                LogMoved(moved.Place, moved.To);
                return null;
            default:
                throw new InvalidOperationException($"Nobody sees to {happened.GetType().Name}.");
        }
    }

    private async Task<Reply?> JoinAsync(InboundEvent.PlaceJoined joined, CancellationToken cancellation)
    {
        var isFirst = await doors.JoinedAsync(
            joined.Joined,
            joined.Title,
            joined.Kind,
            joined.Owner,
            joined.By.Name,
            cancellation
        );
        await OpenAsync(joined.Joined, cancellation);
        LogJoined(joined.Joined);
        if (!isFirst)
            return null;
        var edition = phrasebook.In(joined.By.Language);
        return joined.Kind == PlaceKind.Channel ? HelloToChannel(joined, edition) : Hello(edition, null);
    }

    /// <summary>Whatever was paused there or within it, where the platform lets us.</summary>
    private async Task OpenAsync(Destination place, CancellationToken cancellation)
    {
        foreach (var paused in await destinations.PausedAsync(cancellation))
        {
            if (paused.Destination == place || paused.Destination.Chat == place)
                await courier.TryResumeAsync(paused.Destination, cancellation);
        }

        bell.Ring();
    }

    private Uri? Invitation(Destination place) => platforms.FirstOrDefault(p => p.Name == place.Platform)?.Invitation;

    private static Reply Hello(Edition edition, Uri? invitation) =>
        new([
            new ParagraphBlock(edition.Line("welcome.what")),
            new ParagraphBlock(
                edition.Line("welcome.digest", ("command", new CommandHint("/digest add at:07:30 zone:berlin")))
            ),
            .. invitation is null
                ? Array.Empty<ReplyBlock>()
                : [new ParagraphBlock([new WebLink(edition.Say("welcome.invite"), invitation)])],
            new ButtonBlock([
                new ReplyButton(edition.Say("button.latest"), "/latest"),
                new ReplyButton(edition.Say("button.summary"), "/summary"),
                new ReplyButton(edition.Say("button.help"), "/help"),
            ]),
        ]);

    private static Reply HelloToChannel(InboundEvent.PlaceJoined joined, Edition edition) =>
        new([
            new ParagraphBlock(edition.Line("welcome.channel", ("title", new Strong(joined.Title)))),
            new ParagraphBlock(
                edition.Line(
                    "welcome.channel-digest",
                    ("command", new CommandHint($"/digest add at:07:30 zone:berlin channel:{joined.Joined.Address}"))
                )
            ),
        ]);

    [LoggerMessage(320, LogLevel.Information, "{Place} has let the bot in")]
    private partial void LogJoined(Destination place);

    [LoggerMessage(321, LogLevel.Information, "{Place} is closed to the bot: {Why}")]
    private partial void LogClosed(Destination place, string why);

    [LoggerMessage(322, LogLevel.Information, "{Place} is now {MovedTo}")]
    private partial void LogMoved(Destination place, Destination movedTo);
}
