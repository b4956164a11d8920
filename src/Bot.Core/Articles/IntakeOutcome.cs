namespace Bot.Core.Articles;

/// <summary>What became of the copies that were handed in.</summary>
public sealed class IntakeOutcome
{
    private readonly HashSet<string> toReadAgain = new(StringComparer.Ordinal);

    public int Added { get; internal set; }

    public int Updated { get; internal set; }

    public int Unchanged { get; internal set; }

    /// <summary>Copies of an article that the desk has under another name.</summary>
    public int Twins { get; internal set; }

    public int Withdrawn { get; internal set; }

    /// <summary>Origins whose copy stands for an article now, or for one of its own: hand them in again.</summary>
    public IReadOnlyCollection<string> ToReadAgain => toReadAgain;

    internal void ReadAgain(string origin) => toReadAgain.Add(origin);
}
