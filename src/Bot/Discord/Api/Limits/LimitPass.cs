namespace Bot.Discord.Api.Limits;

/// <summary>Whether a question may be asked.</summary>
internal abstract record LimitPass
{
    private LimitPass() { }

    /// <summary>Now; its answer, or that there was none, is to be told.</summary>
    public sealed record Granted(LimitBucket Bucket) : LimitPass;

    /// <summary>Not within the time that the caller gives it.</summary>
    public sealed record Held(TimeSpan After, LimitScope Scope) : LimitPass;
}
