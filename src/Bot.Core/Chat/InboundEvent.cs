namespace Bot.Core.Chat;

/// <summary>Something that happened on a platform.</summary>
/// <param name="Place">Where it is answered, if it is; what happens in one place is handled in its order.</param>
/// <param name="Answer">To be told what became of it, once, whatever that is.</param>
public abstract record InboundEvent(Destination Place, IReplyHandle Answer)
{
    /// <summary>A command as typed.</summary>
    /// <param name="IsForUs">False where it may be meant for another program in the same place: what we do not know is not answered then.</param>
    /// <param name="Quoted">The message that it was given as a reply to; null where it was to none with a text.</param>
    /// <param name="File">The file that it was given with, or that hangs on the message that it answers.</param>
    public sealed record CommandTyped(
        string Line,
        Asker Asker,
        Destination Place,
        IReplyHandle Answer,
        bool IsForUs = true,
        QuotedMessage? Quoted = null,
        GivenFile? File = null
    ) : InboundEvent(Place, Answer);

    /// <summary>A command whose options the platform has sorted already, from a menu or a form.</summary>
    public sealed record CommandCalled(CommandCall Call, IReplyHandle Answer) : InboundEvent(Call.Place, Answer);

    /// <param name="Key">The <see cref="ButtonAction.Key"/> of what the button does.</param>
    public sealed record ButtonPressed(string Key, Asker Asker, Destination Place, IReplyHandle Answer)
        : InboundEvent(Place, Answer);

    /// <summary>Someone opens the conversation, perhaps by a link that says what for.</summary>
    /// <param name="Payload">What the link carries, "who-12"; null where there is none.</param>
    public sealed record Started(string? Payload, Asker Asker, Destination Place, IReplyHandle Answer)
        : InboundEvent(Place, Answer);

    /// <summary>The bot was let into a place, or into it again.</summary>
    /// <param name="Joined">The place; <paramref name="Place"/> is where its people are welcomed, or told in private.</param>
    /// <param name="Owner">Where the person who did it can be told in private; null where nobody is known.</param>
    public sealed record PlaceJoined(
        Destination Joined,
        string Title,
        PlaceKind Kind,
        Asker By,
        Destination? Owner,
        Destination Place,
        IReplyHandle Answer
    ) : InboundEvent(Place, Answer);

    /// <summary>Nothing can be posted there any more, nor in what lies within it.</summary>
    /// <param name="Why">In a few words that finish "I can't post there: ".</param>
    public sealed record PlaceClosed(Destination Place, string Why, IReplyHandle Answer) : InboundEvent(Place, Answer);

    /// <summary>What stood in the way of posting there may be gone.</summary>
    public sealed record PlaceOpened(Destination Place, IReplyHandle Answer) : InboundEvent(Place, Answer);

    /// <summary>A place has another address.</summary>
    public sealed record PlaceMoved(Destination Place, Destination To, IReplyHandle Answer)
        : InboundEvent(Place, Answer);
}

public enum PlaceKind
{
    Private,
    Group,
    Channel,
}

/// <summary>A message that someone points at.</summary>
/// <param name="Source">Who wrote it, as readers would say: a channel's title, a person's name.</param>
/// <param name="Link">Where it stands on the web; null where it does not.</param>
/// <param name="IsChosen">True where the command is about this message and nothing else, however short it is.</param>
public sealed record QuotedMessage(
    string Text,
    string Source,
    DateTimeOffset? Published,
    Uri? Link,
    bool IsChosen = false
)
{
    /// <summary>The first link that the message holds, where the platform tells of links; else it is looked for in the text.</summary>
    public Uri? Linked { get; init; }
}
