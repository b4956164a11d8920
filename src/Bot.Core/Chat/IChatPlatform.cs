namespace Bot.Core.Chat;

/// <summary>A place where people talk: the edge that Discord, Telegram and the terminal stand on.</summary>
public interface IChatPlatform
{
    /// <summary>Lower case; the <see cref="Destination.Platform"/> of its places.</summary>
    string Name { get; }

    /// <summary>
    /// True where sending a post of the same <see cref="Post.Key"/> twice does no harm: the platform shows it once, or
    /// whoever saw the first is not there any more. Else a post whose fate is unknown is not sent again.
    /// </summary>
    bool MayRepeat => false;

    /// <summary>Sends one message. Every outcome that can be expected is a value; it throws for bugs alone.</summary>
    Task<PostOutcome> PostAsync(Post post, CancellationToken cancellation);

    /// <summary>What people do there, in the order in which it happens, until the platform closes.</summary>
    IAsyncEnumerable<InboundEvent> ReadEventsAsync(CancellationToken cancellation);

    /// <returns>What stands in the way of posting to the place, in a sentence with its mend; null where nothing does.</returns>
    Task<string?> CheckAccessAsync(Destination destination, CancellationToken cancellation);
}
