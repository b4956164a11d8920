namespace Bot.Emulators.Discord;

/// <summary>A role of a server; everyone's has the server's number.</summary>
public sealed class Role
{
    internal Role(Guild guild, long id, string name, Permissions permissions)
    {
        Guild = guild;
        Id = id;
        Name = name;
        Permissions = permissions;
    }

    public Guild Guild { get; }

    public long Id { get; }

    public string Name { get; }

    public Permissions Permissions { get; set; }

    public bool IsMentionable { get; set; }
}
