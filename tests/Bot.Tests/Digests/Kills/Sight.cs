namespace Bot.Tests.Digests.Kills;

/// <summary>What is seen of a run of the bot's program from outside.</summary>
/// <param name="Bells">For how many places it has said when the digest comes.</param>
/// <param name="SinceBells">For how long all of them are known to have been said; null while they are not.</param>
/// <param name="HasGrown">Whether the store has been written to since then.</param>
internal sealed record Sight(TimeSpan Elapsed, int Bells, TimeSpan? SinceBells, bool HasGrown, EditionState Edition)
{
    /// <param name="before">How far the digest was when the run began.</param>
    public KillStep Step(EditionState before) =>
        Edition switch
        {
            { IsWritten: true } when Edition == before => KillStep.Waking,
            { IsOver: true } => KillStep.Over,
            { Sending: > 0 } => KillStep.Sending,
            { IsWritten: true } when Edition.Settled == 0 => KillStep.Written,
            { IsWritten: true } => KillStep.Recorded,
            _ when Bells == 0 => KillStep.Waking,
            _ when SinceBells is null => KillStep.Due,
            _ => HasGrown ? KillStep.Writing : KillStep.Composing,
        };
}
