using Bot.Core.Chat;
using Bot.Discord.Api;

namespace Bot.Discord.Sending;

/// <summary>
/// What became of a post that Discord did not take, by its answer.
/// https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
/// </summary>
internal static class DiscordRefusals
{
    /// <summary>A wrong token heals when the operator mends it: nothing is lost by waiting.</summary>
    private static readonly TimeSpan WhileRefused = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan WhileSlow = TimeSpan.FromSeconds(30);

    /// <summary>The message that was to be changed, or the interaction that was to be answered, is no more.</summary>
    public static bool IsNotThere<T>(ApiAnswer<T> answer) =>
        answer
            is ApiAnswer<T>.Refused { Status: 404 }
                or ApiAnswer<T>.Refused { Code: 10008 or 10015 or 10062 or 50027 };

    public static PostOutcome Of<T>(ApiAnswer<T> answer) =>
        answer switch
        {
            ApiAnswer<T>.Refused refused => Of(refused.Code, refused.Message, refused.Faults),
            ApiAnswer<T>.RateLimited limited => new PostOutcome.Retry(
                limited.After,
                "why.discord-paused",
                IsPacing: true
            ),
            ApiAnswer<T>.Unreachable => new PostOutcome.Retry(TimeSpan.Zero, "why.discord-unreachable"),
            ApiAnswer<T>.Stopped => new PostOutcome.Retry(WhileRefused, "why.discord-token", IsPacing: true),
            ApiAnswer<T>.Unknown => new PostOutcome.Unknown("why.discord-silent"),
            _ => throw new InvalidOperationException($"{answer.GetType().Name} is no refusal."),
        };

    private static PostOutcome Of(int code, string message, IReadOnlyList<ApiFault> faults) =>
        code switch
        {
            ErrorCode.UnknownChannel or 10004 => new PostOutcome.Gone("why.channel-gone"),
            50001 => new PostOutcome.Forbidden("why.lacks-view"),
            50013 => new PostOutcome.Forbidden("why.lacks-send"),
            50083 or 160005 => new PostOutcome.Forbidden("why.thread-locked"),
            // What the person asks there is answered all the same.
            50007 or 50278 => new PostOutcome.Forbidden("why.no-direct", IsOneTopic: true),
            20016 or 20022 or 20028 => new PostOutcome.Retry(WhileSlow, "why.discord-paused", IsPacing: true),
            _ => new PostOutcome.Refused(
                faults.Count == 0
                    ? message
                    : $"{message} ({string.Join("; ", faults.Select(f => $"{f.Path}: {f.Message}"))})"
            ),
        };
}
