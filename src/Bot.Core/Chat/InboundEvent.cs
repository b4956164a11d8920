namespace Bot.Core.Chat;

/// <summary>Something that a person did on a platform.</summary>
public abstract record InboundEvent
{
    /// <summary>A command as typed.</summary>
    public sealed record CommandTyped(string Line, Asker Asker, Destination Place, IReplyHandle Answer) : InboundEvent;
}

/// <summary>Where the answer to one command goes; hides how long the platform waits and how it is told.</summary>
public interface IReplyHandle
{
    Task SendAsync(Reply reply, CancellationToken cancellation);
}
