namespace Bot.Emulators.Telegram;

/// <summary>Whoever can speak: a person, a bot, or one of the platform's own voices.</summary>
public abstract class Account
{
    private protected Account(Town town, long id, string firstName, string? username)
    {
        Town = town;
        Id = id;
        FirstName = firstName;
        Username = username;
    }

    internal Town Town { get; }

    public long Id { get; }

    public string FirstName { get; }

    public string? Username { get; }

    public string? LastName { get; init; }

    /// <summary>The language of the account's own client, which the platform tells bots.</summary>
    public string? Language { get; init; }

    public abstract bool IsBot { get; }

    public override string ToString() => FirstName;
}
