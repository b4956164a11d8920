using Bot.Core.Chat;
using Bot.Core.Delivery;
using Bot.Core.Digests;
using Bot.Core.Places;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Commands;

/// <summary>Forgets places: at once where someone asks for it, after a while where the bot was removed.</summary>
public sealed partial class Shredder(
    DestinationBook destinations,
    DigestBook digests,
    PlaceBook places,
    DoorBook doors,
    TimeProvider time,
    ILogger<Shredder> log
)
{
    /// <summary>Whoever removed the bot by mistake finds all as it was.</summary>
    public static readonly TimeSpan KeptAfterRemoval = TimeSpan.FromDays(30);

    /// <param name="chat">With all that lies in it.</param>
    public async Task ForgetAsync(Destination chat, CancellationToken cancellation)
    {
        await destinations.ForgetAsync(chat, cancellation);
        places.Drop(chat);
        digests.Ring();
        LogForgotten(chat);
    }

    /// <summary>What was set where the bot has not been for long.</summary>
    public async Task ForgetRemovedAsync(CancellationToken cancellation)
    {
        foreach (var chat in await doors.LeftBeforeAsync(time.GetUtcNow() - KeptAfterRemoval, cancellation))
            await ForgetAsync(chat, cancellation);
    }

    [LoggerMessage(350, LogLevel.Information, "All that was kept for {Place} is forgotten")]
    private partial void LogForgotten(Destination place);
}
