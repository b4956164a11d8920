using Bot.Discord.Api.Limits;

namespace Bot.Discord.Api;

/// <summary>What became of a question to Discord.</summary>
internal abstract record ApiAnswer<T>
{
    private ApiAnswer() { }

    public sealed record Ok(T Value) : ApiAnswer<T>;

    /// <summary>Asked again as it is, it would be refused again.</summary>
    /// <param name="Code">Discord's own, 0 where it gave none: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json</param>
    /// <param name="Faults">Which fields are wrong, and how.</param>
    public sealed record Refused(int Status, int Code, string Message, IReadOnlyList<ApiFault> Faults) : ApiAnswer<T>;

    /// <summary>Not done; it may be asked again after that time.</summary>
    public sealed record RateLimited(TimeSpan After, LimitScope Scope) : ApiAnswer<T>;

    /// <summary>Never sent, so that sending it again is safe.</summary>
    public sealed record Unreachable(string Why) : ApiAnswer<T>;

    /// <summary>It may be done, or not.</summary>
    public sealed record Unknown(string Why) : ApiAnswer<T>;

    /// <summary>Nothing is asked any more until an administrator has mended it.</summary>
    public sealed record Stopped(string Why) : ApiAnswer<T>;

    public ApiAnswer<TOther> Select<TOther>(Func<T, TOther> map) =>
        this switch
        {
            Ok ok => new ApiAnswer<TOther>.Ok(map(ok.Value)),
            Refused refused => new ApiAnswer<TOther>.Refused(
                refused.Status,
                refused.Code,
                refused.Message,
                refused.Faults
            ),
            RateLimited limited => new ApiAnswer<TOther>.RateLimited(limited.After, limited.Scope),
            Unreachable unreachable => new ApiAnswer<TOther>.Unreachable(unreachable.Why),
            Unknown unknown => new ApiAnswer<TOther>.Unknown(unknown.Why),
            Stopped stopped => new ApiAnswer<TOther>.Stopped(stopped.Why),
            _ => throw new InvalidOperationException($"No such answer: {this}"),
        };
}

/// <summary>Where there is nothing to say but that it is done.</summary>
internal readonly record struct Done;

/// <param name="Path">As <c>embeds.0.title</c>.</param>
internal sealed record ApiFault(string Path, string Code, string Message);
