namespace Bot.Tests.Digests.Kills;

/// <summary>How far a digest has come in the store, counted over all places that it is planned for.</summary>
/// <param name="Owed">Rows of the ledger.</param>
/// <param name="Settled">Posts that need no more doing, whatever became of them.</param>
internal sealed record EditionState(long Owed, long Waiting, long Sending, long Settled)
{
    public bool IsWritten => Owed > 0; // All in one transaction: they are fewer than the press takes at once.

    public bool IsOver => IsWritten && Waiting + Sending == 0;
}
