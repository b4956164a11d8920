namespace Bot.Core.Digests;

/// <summary>What became of writing a digest down.</summary>
public abstract record OweOutcome
{
    /// <param name="Batch">Its parts in the outbox.</param>
    public sealed record Owed(long Batch) : OweOutcome;

    /// <summary>There was nothing to tell, and that is written down.</summary>
    public sealed record Empty : OweOutcome;

    /// <summary>Its slot had a row already.</summary>
    public sealed record WasThere : OweOutcome;

    /// <summary>Another digest told the same in the same place meanwhile: what is owed is to be read anew.</summary>
    public sealed record Overtaken : OweOutcome;
}
