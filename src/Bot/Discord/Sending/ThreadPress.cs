using Bot.Core.Chat;
using Bot.Discord.Api;
using Bot.Discord.Api.Wire;

namespace Bot.Discord.Sending;

/// <summary>
/// Sends what comes after the first message of a digest to a thread under it. A thread has the number of the message
/// that it hangs under, so that after a crash the next process finds it:
/// https://docs.discord.com/developers/topics/threads
/// </summary>
internal sealed partial class ThreadPress(DiscordClient client, ILogger<ThreadPress> log)
{
    /// <returns>Null where there can be no thread: the message is to follow in the channel.</returns>
    public async Task<PostOutcome?> TryPostAsync(
        DiscordChannel channel,
        Post post,
        MessageBody body,
        CancellationToken cancellation
    )
    {
        if (
            post.Thread is not { } title
            || Snowflake.TryParse(post.Follows) is not { } first
            || channel.Type is not (DiscordChannelType.GuildText or DiscordChannelType.GuildAnnouncement)
        )
            return null;
        var opened = await client.StartThreadAsync(
            channel.Id,
            first,
            new ThreadOpening(ThreadTitle.Of(title)),
            cancellation
        );
        if (
            opened
            is not (ApiAnswer<DiscordChannel>.Ok or ApiAnswer<DiscordChannel>.Refused { Code: ErrorCode.HasThread })
        )
            return DiscordRefusals.Of(opened) switch
            {
                PostOutcome.Retry retry => retry,
                // Nothing was posted yet, and a thread that is there is not opened twice.
                PostOutcome.Unknown unknown => new PostOutcome.Retry(TimeSpan.Zero, unknown.Why),
                var refused => InChannel(channel, refused),
            };
        var outcome = DiscordPress.Outcome(
            await client.CreateMessageAsync(
                first,
                body with
                {
                    Nonce = post.Key,
                },
                DiscordPress.UploadsOf(post),
                cancellation
            )
        );
        return outcome is PostOutcome.Gone or PostOutcome.Forbidden ? InChannel(channel, outcome) : outcome;
    }

    private PostOutcome? InChannel(DiscordChannel channel, PostOutcome refused)
    {
        LogNoThread(channel.Id, refused);
        return null;
    }

    [LoggerMessage(
        831,
        LogLevel.Warning,
        "In channel {Channel} a digest goes on in the channel and not in a thread: {Refused}"
    )]
    private partial void LogNoThread(Snowflake channel, PostOutcome refused);
}
