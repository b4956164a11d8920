namespace Bot.Core.Chat;

/// <summary>Where the answer to one event goes; hides how long the platform waits and how it is told.</summary>
public interface IReplyHandle
{
    /// <summary>The event is being worked on: a platform that can shows it until the answer is there.</summary>
    Task BeginAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Ends the event with an answer, or with none (null).</summary>
    /// <param name="isInPlace">True where it takes the place of the message that the event came from.</param>
    /// <param name="page">As in <see cref="Post.Page"/>.</param>
    Task SendAsync(Reply? reply, CancellationToken cancellation, bool isInPlace = false, int page = 1);
}
