namespace Bot.Emulators.Discord;

/// <summary>Whoever can speak: a person or a bot.</summary>
public abstract class Account
{
    private protected Account(Realm realm, long id, string name)
    {
        Realm = realm;
        Id = id;
        Name = name;
    }

    internal Realm Realm { get; }

    public long Id { get; }

    public string Name { get; }

    public abstract bool IsBot { get; }

    public override string ToString() => Name;
}
