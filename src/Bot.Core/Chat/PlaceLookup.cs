namespace Bot.Core.Chat;

/// <summary>What came of looking for a place by a written name.</summary>
public abstract record PlaceLookup
{
    /// <param name="Title">As people there call it.</param>
    public sealed record Found(Destination Place, string Title) : PlaceLookup;

    /// <summary>There is none of that name, or the bot is not in it.</summary>
    public sealed record Unknown : PlaceLookup;

    /// <summary>There is, but this person may not manage it.</summary>
    public sealed record NotTheirs(string Title) : PlaceLookup;
}
